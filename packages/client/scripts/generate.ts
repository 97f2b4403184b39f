// Generates src/generated/ from the bundled descriptions; with --check it only compares.
import { readFile } from "node:fs/promises";
import { type DescribedFacts, facts, type Parameter } from "@workspace-images/spec/facts";
import images from "@workspace-images/spec/images.dereferenced.json" with { type: "json" };
import { writeGenerated } from "../../../scripts/generated-files.mjs";
import { validator } from "./validator.ts";

/** Types of a description, as its package has generated them. */
function types(name: "images" | "iam"): Promise<string> {
  return readFile(
    new URL(`${name}.d.ts`, import.meta.resolve(`@workspace-images/spec/${name}.json`)),
    "utf8",
  );
}

/** What the input guard needs to know about each query parameter. */
function queryRules(parameters: readonly Parameter[]): string {
  return [
    "/** What a query parameter may be: an integer in a range, a string with a length in a range, or one of some values. */",
    "export const queryRules = {",
    ...parameters.map(
      ({ name, values, range, length }) => `  ${name}: ${JSON.stringify({ values, range, length })},`,
    ),
    "} as const;",
  ].join("\n");
}

/** The comment lets bundlers leave out what nobody uses. */
const FREEZE = "/* @__PURE__ */ Object.freeze";

/** The known values of each field and parameter that has some; a parameter with the name of a field has the same ones. */
function knownValues({ imageFields, operations }: DescribedFacts): string {
  const parameters = operations.listImages.parameters.query;
  const sets = [
    ...imageFields.map(({ name, known, text }) => ({ name, text, values: known })),
    ...parameters.filter(({ name }) => !imageFields.some((field) => field.name === name)),
  ];
  return [
    "/**",
    ' * The values known today, by the name of the field or parameter: `knownValues.os_type.Windows` is `"Windows"`, and',
    " * `Object.values(knownValues.os_type)` is all of them. The service may add values to a field of an image.",
    " */",
    `export const knownValues = ${FREEZE}({`,
    ...sets.flatMap(({ name, text, values }) => {
      if (!values) return [];
      const [summary = ""] = /^.*?\.(?= |$)/.exec(text) ?? [];
      const entries = values.map((value) => `${JSON.stringify(value)}: ${JSON.stringify(value)}`);
      return [`  /** ${summary} */`, `  ${name}: ${FREEZE}({ ${entries.join(", ")} }),`];
    }),
    "});",
  ].join("\n");
}

const files = {
  "images.gen.ts": await types("images"),
  "iam.gen.ts": await types("iam"),
  "query-rules.gen.ts": queryRules(facts.operations.listImages.parameters.query),
  "known-values.gen.ts": knownValues(facts),
  "validator.gen.ts": validator(images.components.schemas),
};
await writeGenerated(new URL("../src/generated/", import.meta.url), files, {
  header: "// Generated from the description by `pnpm generate`. Do not edit.",
  remedy:
    "The description has changed. Run `npm start` (or `pnpm --filter @workspace-images/client generate`) and commit the result.",
});
