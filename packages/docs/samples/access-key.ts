import {
  accessKeyAuth,
  createImagesClient,
} from "@workspace-images/client";

const {
  WORKSPACE_ENDPOINT,
  HUAWEICLOUD_SDK_AK = "",
  HUAWEICLOUD_SDK_SK = "",
} = process.env;
const images = createImagesClient({
  region: "cn-north-4",
  endpoint: WORKSPACE_ENDPOINT, // omit to call the real service
  auth: accessKeyAuth({
    accessKey: HUAWEICLOUD_SDK_AK,
    secretKey: HUAWEICLOUD_SDK_SK,
  }),
});
console.log((await images.list({ limit: 10 })).images.length);
