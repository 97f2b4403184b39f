import { runNodeTool, typescriptClient } from "./typescript-client.mjs";

/** @type {import("../tool.mjs").Tool} */
export const heyApi = {
  name: "hey-api",
  ecosystem: "node",
  package: "@hey-api/openapi-ts",
  client: "node",
  input: "images.json",
  steps: {
    generate: ({ folders, bundle }) => {
      const args = [
        "--input",
        bundle("images.json"),
        "--output",
        "hey-api",
        "--client",
        "@hey-api/client-fetch",
      ];
      return runNodeTool(folders.node, "openapi-ts", args);
    },
    ...typescriptClient("list-hey-api.ts"),
  },
};
