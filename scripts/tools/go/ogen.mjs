import { run } from "../../run.mjs";
import { goClient } from "./go-client.mjs";

/** @type {import("../tool.mjs").Tool} */
export const ogen = {
  name: "ogen",
  ecosystem: "go",
  package: "github.com/ogen-go/ogen",
  client: "go",
  input: "images.yaml",
  steps: {
    generate: ({ folders, bundle }) => {
      const args = ["--target", "ogen/images", "--package", "images", bundle("images.yaml")];
      return run("go", ["tool", "ogen", ...args], { cwd: folders.go });
    },
    ...goClient("ogen"),
  },
};
