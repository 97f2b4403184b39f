import { run } from "../../run.mjs";

/** @type {import("../tool.mjs").Tool} */
export const oasdiff = {
  name: "oasdiff",
  ecosystem: "go",
  package: "github.com/oasdiff/oasdiff",
  input: "images.yaml; there is no release to compare it with yet",
  steps: {
    read: ({ folders, bundle }) => {
      const file = bundle("images.yaml");
      return run("go", ["tool", "oasdiff", "breaking", "--fail-on", "WARN", file, file], { cwd: folders.go });
    },
  },
};
