import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNodeTool } from "./typescript-client.mjs";

/** @type {import("../tool.mjs").Tool} */
export const spectral = {
  name: "Spectral",
  ecosystem: "node",
  package: "@stoplight/spectral-cli",
  input: "all descriptions",
  steps: {
    async lint({ folders, bundles }) {
      writeFileSync(join(folders.node, ".spectral.yaml"), 'extends: ["spectral:oas"]\n');
      await runNodeTool(folders.node, "spectral", ["lint", "--fail-severity", "warn", ...bundles("yaml")]);
    },
  },
};
