import { run } from "../../run.mjs";
import { javaClient } from "./java-client.mjs";

/** @type {import("../tool.mjs").Tool} */
export const swaggerCodegen = {
  name: "swagger-codegen, java",
  ecosystem: "java",
  package: "swagger-codegen-cli",
  client: "java",
  input: "images-3.0.yaml",
  steps: {
    generate({ folders, bundle }) {
      const args = ["generate", "-i", bundle("images-3.0.yaml"), "-l", "java", "-o", "swagger-codegen"];
      return run("java", ["-jar", "swagger-codegen-cli.jar", ...args], { cwd: folders.java });
    },
    ...javaClient("swagger-codegen", "ListSwaggerCodegen"),
  },
};
