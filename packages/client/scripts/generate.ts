// Generates src/generated/ from the bundled descriptions; with --check it only compares.
import { readFile } from "node:fs/promises";
import { images, type OpenApiDescription } from "@workspace-images/spec";
import { writeGenerated } from "../../../scripts/generated-files.mjs";
import { validator } from "./validator.ts";

/** Types of a description, as its package has generated them. */
function types(name: "images" | "iam"): Promise<string> {
  return readFile(
    new URL(`${name}.d.ts`, import.meta.resolve(`@workspace-images/spec/${name}.json`)),
    "utf8",
  );
}

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly schema: { readonly [constraint: string]: unknown };
}

/** What the input guard needs to know about each query parameter. */
function queryRules(description: OpenApiDescription): string {
  const parameters = Object.values(description.components["parameters"] ?? {}) as Parameter[];
  const rules = parameters
    .filter((parameter) => parameter.in === "query")
    .map(({ name, schema: { type, enum: values, minimum, maximum, minLength, maxLength } }) => {
      if (values !== undefined) return [name, { values }];
      return [
        name,
        type === "integer" ? { range: [minimum, maximum] } : { length: [minLength ?? 0, maxLength] },
      ];
    });
  return [
    "/** What a query parameter may be: an integer in a range, a string with a length in a range, or one of some values. */",
    "export const queryRules = {",
    ...rules.map(([name, rule]) => `  ${name}: ${JSON.stringify(rule)},`),
    "} as const;",
  ].join("\n");
}

const files = {
  "images.gen.ts": await types("images"),
  "iam.gen.ts": await types("iam"),
  "query-rules.gen.ts": queryRules(images),
  "validator.gen.ts": validator(images),
};
await writeGenerated(new URL("../src/generated/", import.meta.url), files, {
  header: "// Generated from the description by `pnpm generate`. Do not edit.",
  remedy:
    "The description has changed. Run `npm start` (or `pnpm --filter @workspace-images/client generate`) and commit the result.",
});
