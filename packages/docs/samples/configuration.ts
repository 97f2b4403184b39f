import { createImagesClient } from "@workspace-images/client";
import { loadConfig } from "@workspace-images/client/node";

const { sources, warnings, ...config } = await loadConfig();
for (const warning of warnings) console.warn(warning);
const images = createImagesClient({ region: "cn-north-4", ...config });
console.log(sources, (await images.list({ limit: 10 })).images.length);
