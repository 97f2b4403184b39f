import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../run.mjs";
import { goClient } from "./go-client.mjs";

/** @type {import("../tool.mjs").Tool} */
export const oapiCodegen = {
  name: "oapi-codegen",
  ecosystem: "go",
  package: "github.com/oapi-codegen/oapi-codegen/v2",
  client: "go",
  input: "images.yaml",
  steps: {
    generate({ folders, bundle }) {
      mkdirSync(join(folders.go, "oapi-codegen/images"));
      const args = ["-generate", "types,client", "-package", "images", "-o", "oapi-codegen/images/images.go"];
      return run("go", ["tool", "oapi-codegen", ...args, bundle("images.yaml")], { cwd: folders.go });
    },
    ...goClient("oapi-codegen"),
  },
};
