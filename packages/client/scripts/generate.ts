// Generates src/*.gen.ts from the bundled descriptions; with --check it only compares.
// This file and src/images-client.ts are the only ones that know openapi-typescript and openapi-fetch.
import { readFile, writeFile } from "node:fs/promises";
import { iam, images, type OpenApiDescription } from "@workspace-images/spec";
import openapiTypescript, { astToString, type SchemaObject } from "openapi-typescript";
import ts from "typescript";
import { validator } from "./validator.ts";

/** `A | B | (string & {})`: editors complete the known values, any other string passes. */
function openSet(values: readonly string[]): ts.TypeNode {
  const known = values.map((value) =>
    ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(value)),
  );
  const other = ts.factory.createParenthesizedType(
    ts.factory.createIntersectionTypeNode([
      ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      ts.factory.createTypeLiteralNode([]),
    ]),
  );
  return ts.factory.createUnionTypeNode([...known, other]);
}

const exported = [
  ["paths", "Operations of the description by path and method, as openapi-typescript generates them."],
  ["components", "Schemas, parameters and answers of the description, as openapi-typescript generates them."],
  ["operations", "Operations of the description by their ID, as openapi-typescript generates them."],
] as const;

async function types(description: OpenApiDescription): Promise<string> {
  const nodes = await openapiTypescript(JSON.parse(JSON.stringify(description)), {
    alphabetize: true,
    transform(schema: SchemaObject & { "x-extensible-enum"?: string[] }) {
      return schema["x-extensible-enum"] ? openSet(schema["x-extensible-enum"]) : undefined;
    },
  });
  return exported.reduce((code, [name, comment]) => {
    return code.replace(`export interface ${name} `, `/** ${comment} */\nexport interface ${name} `);
  }, astToString(nodes));
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
  "images.gen.ts": await types(images),
  "iam.gen.ts": await types(iam),
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
