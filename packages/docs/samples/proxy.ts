import http from "node:http";
import { createImagesClient, tokenAuth } from "@workspace-images/client";

// Does the same as NODE_USE_ENV_PROXY=1; NO_PROXY is needed here, too.
http.setGlobalProxyFromEnv();

const { WORKSPACE_ENDPOINT, PROJECT_ID, TOKEN = "" } = process.env;
const images = createImagesClient({
  region: "cn-north-4",
  endpoint: WORKSPACE_ENDPOINT, // omit to call the real service
  projectId: PROJECT_ID,
  auth: tokenAuth(TOKEN),
});
console.log((await images.list({ limit: 10 })).images.length);
