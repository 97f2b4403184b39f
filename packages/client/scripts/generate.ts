// Generates src/*.gen.ts from the bundled descriptions; with --check it only compares.
import { readFile, writeFile } from "node:fs/promises";
import { images, type OpenApiDescription } from "@workspace-images/spec";
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

/** What the input guard needs of each query parameter. */
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
    "/** What a query parameter may be: an integer in a range, a text with a length in a range, or one of some values. */",
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
const stale: string[] = [];
for (const [name, content] of Object.entries(files)) {
  const url = new URL(`../src/${name}`, import.meta.url);
  const generated = `// Generated from the description by \`pnpm generate\`. Do not edit.\n\n${content.trimEnd()}\n`;
  const committed = await readFile(url, "utf8").catch(() => undefined);
  if (committed === generated) continue;
  stale.push(name);
  if (!process.argv.includes("--check")) await writeFile(url, generated);
}
if (stale.length > 0 && process.argv.includes("--check")) {
  process.stderr.write(
    `Stale: packages/client/src/${stale.join(", packages/client/src/")}\nThe description has changed since. Run: npm start (or \`pnpm --filter @workspace-images/client generate\`), and commit the result.\n`,
  );
  process.exitCode = 1;
}
