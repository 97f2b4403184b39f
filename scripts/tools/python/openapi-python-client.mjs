import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../run.mjs";
import { inVenv } from "../ecosystems.mjs";
import { pythonClient } from "./python-client.mjs";

/** @type {import("../tool.mjs").Tool} */
export const openapiPythonClient = {
  name: "openapi-python-client",
  ecosystem: "python",
  package: "openapi-python-client",
  client: "python",
  input: "images.yaml",
  steps: {
    generate: ({ folders, bundle }) => {
      // Without the formatter that it would run afterwards.
      writeFileSync(join(folders.python, "config.yaml"), "post_hooks: []\n");
      const output = [
        "--output-path",
        "openapi_python_client_images",
        "--meta",
        "none",
        "--config",
        "config.yaml",
      ];
      const args = ["generate", "--path", bundle("images.yaml"), "--fail-on-warning", ...output];
      return run(inVenv(folders.python, "openapi-python-client"), args, { cwd: folders.python });
    },
    ...pythonClient("openapi_python_client_images", "list_openapi_python_client.py"),
  },
};
