import {
  accessKeyAuth,
  createImagesClient,
} from "@workspace-images/client";
import { podIdentityKeys } from "@workspace-images/client/node";

const { WORKSPACE_ENDPOINT } = process.env;
const images = createImagesClient({
  region: "cn-north-4",
  endpoint: WORKSPACE_ENDPOINT, // omit to call the real service
  auth: accessKeyAuth(podIdentityKeys()),
});
console.log((await images.list({ limit: 10 })).images.length);
