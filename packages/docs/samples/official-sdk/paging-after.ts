import { createImagesClient } from "@workspace-images/client";
import { loadConfig } from "@workspace-images/client/node";

const { WORKSPACE_ENDPOINT } = process.env;
const { sources, warnings, ...config } = await loadConfig();
const client = createImagesClient({
  ...config,
  endpoint: WORKSPACE_ENDPOINT,
});
const images = client.items({ os_type: "Windows" });
for await (const { id, name } of images) console.log(id, name);
