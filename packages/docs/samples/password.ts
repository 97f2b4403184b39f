import { createImagesClient, passwordAuth } from "@workspace-images/client";

const {
  WORKSPACE_ENDPOINT,
  HW_USER_NAME = "",
  HW_USER_PASSWORD = "",
  HW_DOMAIN_NAME = "",
} = process.env;
const images = createImagesClient({
  region: "cn-north-4", // the client looks up its project
  endpoint: WORKSPACE_ENDPOINT, // omit to call the real service
  auth: passwordAuth({
    user: HW_USER_NAME,
    password: HW_USER_PASSWORD,
    account: HW_DOMAIN_NAME,
  }),
});
console.log((await images.list({ limit: 10 })).images.length);
