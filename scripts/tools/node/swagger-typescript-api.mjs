import { runNodeTool, typescriptClient } from "./typescript-client.mjs";

/** @type {import("../tool.mjs").Tool} */
export const swaggerTypescriptApi = {
  name: "swagger-typescript-api",
  ecosystem: "node",
  package: "swagger-typescript-api",
  client: "node",
  input: "images.json",
  steps: {
    generate: ({ folders, bundle }) => {
      const args = [
        "--path",
        bundle("images.json"),
        "--output",
        "swagger-typescript-api",
        "--name",
        "images.ts",
      ];
      return runNodeTool(folders.node, "swagger-typescript-api", ["generate", ...args]);
    },
    ...typescriptClient("list-swagger-typescript-api.ts"),
  },
};
