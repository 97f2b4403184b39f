import { createImagesClient } from "@workspace-images/client";
import { loadConfig } from "@workspace-images/client/node";

const { WORKSPACE_ENDPOINT } = process.env;
// Reads HUAWEICLOUD_SDK_AK, _SK and _PROJECT_ID.
const { sources, warnings, ...config } = await loadConfig();
const client = createImagesClient({
  ...config,
  endpoint: WORKSPACE_ENDPOINT,
});
const { images } = await client.list({ os_type: "Windows", limit: 10 });
for (const { id, name } of images) console.log(id, name);
