import {
  accessKeyAuth,
  createImagesClient,
} from "@workspace-images/client";
import { ecsAgencyKeys } from "@workspace-images/client/node";

const { WORKSPACE_ENDPOINT, METADATA_ENDPOINT } = process.env;
const images = createImagesClient({
  region: "cn-north-4",
  endpoint: WORKSPACE_ENDPOINT, // omit to call the real service
  auth: accessKeyAuth(
    // On a real server, ecsAgencyKeys() is enough.
    ecsAgencyKeys({ endpoint: METADATA_ENDPOINT }),
  ),
});
console.log((await images.list({ limit: 10 })).images.length);
