import { createRequire } from "node:module";
import { loadConfig } from "@workspace-images/client/node";
import { expect } from "../../expect.mjs";

export const behaviours = {
  async "loads the configuration from variables"() {
    const env = { HW_AUTH_TOKEN: "t", HW_REGION_NAME: "cn-north-4", HW_PROJECT_ID: "p" };
    const { region, projectId, sources } = await loadConfig({ env });
    expect(region === "cn-north-4" && projectId === "p", `It loads ${JSON.stringify(sources)}.`);
  },
  "can be required by CommonJS"() {
    const { createImagesClient } = createRequire(import.meta.url)("@workspace-images/client");
    expect(typeof createImagesClient === "function", "It exports nothing.");
  },
};
