import { createImagesClient, tokenAuth } from "@workspace-images/client";

const { WORKSPACE_ENDPOINT, PROJECT_ID, TOKEN = "" } = process.env;
const images = createImagesClient({
  region: "cn-north-4",
  endpoint: WORKSPACE_ENDPOINT, // omit to call the real service
  projectId: PROJECT_ID,
  auth: tokenAuth(TOKEN),
});
const filters = { os_type: "Windows", image_type: "gold" } as const;
for await (const { id, name } of images.items(filters))
  console.log(id, name);
