import { run } from "../../run.mjs";

/** @type {import("../tool.mjs").Tool} */
export const swaggerParserNode = {
  name: "@apidevtools/swagger-parser",
  ecosystem: "node",
  package: "@apidevtools/swagger-parser",
  input: "all descriptions",
  steps: {
    async validate({ folders, bundles }) {
      await run("node", ["validate.mjs", ...bundles("json")], { cwd: folders.node });
    },
  },
};
