import { runNodeTool, typescriptClient } from "./typescript-client.mjs";

/** @type {import("../tool.mjs").Tool} */
export const orval = {
  name: "orval",
  ecosystem: "node",
  package: "orval",
  client: "node",
  input: "images.json",
  steps: {
    generate: ({ folders, bundle }) => {
      const output = ["--output", "orval/images.ts", "--client", "fetch"];
      return runNodeTool(folders.node, "orval", ["--input", bundle("images.json"), ...output]);
    },
    ...typescriptClient("list-orval.ts"),
  },
};
