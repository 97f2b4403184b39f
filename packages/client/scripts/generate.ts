// Generates src/generated/ from the bundled descriptions; with --check it only compares.
// Only this file knows openapi-typescript, and only src/images-client.ts knows openapi-fetch.
import { iam, images, type OpenApiDescription } from "@workspace-images/spec";
import openapiTypescript, { astToString, type SchemaObject } from "openapi-typescript";
import ts from "typescript";
import { writeGenerated } from "../../../scripts/generated-files.mjs";
import { validator } from "./validator.ts";

/** `A | B | (string & {})`: editors complete the known values, and any other string is allowed. */
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
  [
    "components",
    "Schemas, parameters and responses of the description, as openapi-typescript generates them.",
  ],
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
  "images.gen.ts": await types(images),
  "iam.gen.ts": await types(iam),
  "query-rules.gen.ts": queryRules(images),
  "validator.gen.ts": validator(images),
};
await writeGenerated(new URL("../src/generated/", import.meta.url), files, {
  header: "// Generated from the description by `pnpm generate`. Do not edit.",
  remedy:
    "The description has changed. Run `npm start` (or `pnpm --filter @workspace-images/client generate`) and commit the result.",
});
