import openapiTypescript, { astToString, type SchemaObject } from "openapi-typescript";
import ts from "typescript";

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
  [
    "components",
    "Schemas, parameters and responses of the description, as openapi-typescript generates them.",
  ],
  ["operations", "Operations of the description by their ID, as openapi-typescript generates them."],
] as const;

/** Writes the TypeScript types of a bundled description. */
export async function types(description: object): Promise<string> {
  const nodes = await openapiTypescript(JSON.parse(JSON.stringify(description)), {
    alphabetize: true,
    defaultNonNullable: false, // What has a default may be left out of a request.
    transform(schema: SchemaObject & { "x-extensible-enum"?: string[] }) {
      return schema["x-extensible-enum"] ? openSet(schema["x-extensible-enum"]) : undefined;
    },
  });
  return exported.reduce((code, [name, comment]) => {
    return code.replace(`export interface ${name} `, `/** ${comment} */\nexport interface ${name} `);
  }, astToString(nodes));
}
