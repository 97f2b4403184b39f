import { run } from "../../run.mjs";

/** @type {import("../tool.mjs").Tool} */
export const swaggerParserJava = {
  name: "swagger-parser",
  ecosystem: "java",
  package: "swagger-parser",
  input: "all descriptions",
  steps: {
    async validate({ folders, bundles }) {
      await run("java", ["-cp", "lib/*", "Validate.java", ...bundles("yaml")], { cwd: folders.java });
    },
  },
};
