import { run } from "../../run.mjs";
import { inVenv } from "../ecosystems.mjs";

/** @type {import("../tool.mjs").Tool} */
export const openapiSpecValidator = {
  name: "openapi-spec-validator",
  ecosystem: "python",
  package: "openapi-spec-validator",
  input: "all descriptions",
  steps: {
    async validate({ folders, bundles }) {
      await run(inVenv(folders.python, "openapi-spec-validator"), bundles("yaml"));
    },
  },
};
