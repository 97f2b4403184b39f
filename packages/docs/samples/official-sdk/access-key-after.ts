import {
  accessKeyAuth,
  createImagesClient,
} from "@workspace-images/client";

const {
  WORKSPACE_ENDPOINT,
  PROJECT_ID,
  ACCESS_KEY = "",
  SECRET_KEY = "",
  SECURITY_TOKEN,
} = process.env;
const client = createImagesClient({
  endpoint: WORKSPACE_ENDPOINT,
  projectId: PROJECT_ID,
  auth: accessKeyAuth({
    accessKey: ACCESS_KEY,
    secretKey: SECRET_KEY,
    securityToken: SECURITY_TOKEN,
  }),
});
console.log((await client.list()).images.length);
