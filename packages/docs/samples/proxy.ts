import http from "node:http";
import { createImagesClient, tokenAuth } from "@workspace-images/client";

// Does the same as NODE_USE_ENV_PROXY=1 in the environment.
http.setGlobalProxyFromEnv();

const { WORKSPACE_ENDPOINT, PROJECT_ID, TOKEN = "" } = process.env;
const images = createImagesClient({
  endpoint: WORKSPACE_ENDPOINT,
  projectId: PROJECT_ID,
  auth: tokenAuth(TOKEN),
});
console.log((await images.list({ limit: 10 })).images.length);
