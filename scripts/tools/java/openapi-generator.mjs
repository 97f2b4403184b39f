import { join } from "node:path";
import { run } from "../../run.mjs";
import { goClient } from "../go/go-client.mjs";
import { typescriptClient } from "../node/typescript-client.mjs";
import { pythonClient } from "../python/python-client.mjs";
import { javaClient } from "./java-client.mjs";

/**
 * @param {string} generator
 * @param {import("../tool.mjs").Ecosystem} client
 * @param {{ output: string, args?: readonly string[] }} options Where the client goes, in the folder of its language.
 * @param {Pick<import("../tool.mjs").Tool["steps"], "compile" | "list">} steps
 * @returns {import("../tool.mjs").Tool}
 */
const openapiGenerator = (generator, client, { output, args = [] }, steps) => ({
  name: `openapi-generator, ${generator}`,
  ecosystem: "java",
  package: "openapi-generator-cli",
  client,
  input: "images.yaml",
  steps: {
    generate({ folders, bundle }) {
      const target = ["-g", generator, "-o", join(folders[client], output), ...args];
      const jar = join(folders.java, "openapi-generator-cli.jar");
      return run("java", ["-jar", jar, "generate", "-i", bundle("images.yaml"), ...target]);
    },
    ...steps,
  },
});

export const openapiGenerators = [
  openapiGenerator(
    "typescript-fetch",
    "node",
    { output: "openapi-generator" },
    typescriptClient("list-openapi-generator.ts"),
  ),
  openapiGenerator(
    "python",
    "python",
    // Into the folder of the program, which imports the package in it.
    { output: "." },
    pythonClient("openapi_client", "list_openapi_generator.py"),
  ),
  openapiGenerator(
    "go",
    "go",
    {
      output: "openapi-generator/images",
      args: ["--global-property", "apis,models,supportingFiles", "-p", "packageName=images,withGoMod=false"],
    },
    goClient("openapi-generator"),
  ),
  openapiGenerator(
    "java",
    "java",
    { output: "openapi-generator", args: ["--library", "native"] },
    javaClient("openapi-generator", "ListOpenapiGenerator"),
  ),
];
