import { upgrade } from "@scalar/openapi-upgrader";
import { describe, expect, test } from "vitest";
import { NAMES, type Node, readBundle, readOpenApi30 } from "./bundle.ts";

/** What only OpenAPI 3.1 has: further examples of a schema, conditions, and two details of `info`. */
const ONLY_31 = [
  /^\/openapi$/,
  /^\/info\/(summary|description|license\/identifier)$/,
  /^\/components\/schemas\/.+\/examples\/[1-9]/,
  /^\/components\/schemas\/(Identity\/(if|then)|ErrorBody\/dependentRequired)\//,
];
/** What says the same in OpenAPI 3.0. */
const ONLY_30 = [/^\/openapi$/, /^\/info\/(description|license\/url)$/];

/** Every value of a document at its JSON pointer; an empty list or object is a value, too. */
function values(node: unknown, pointer = ""): readonly string[] {
  const parts = node !== null && typeof node === "object" ? Object.entries(node) : [];
  if (parts.length === 0) return [`${pointer} ${JSON.stringify(node)}`];
  return parts.flatMap(([key, part]) => values(part, `${pointer}/${key.replaceAll("/", "~1")}`));
}

/** The values of the first document that the second does not have, except those at some pointers. */
function missing(from: Node, other: Node, exceptions: readonly RegExp[]): readonly string[] {
  const known = new Set(values(other));
  return values(from)
    .filter((value) => !known.has(value))
    .filter((value) => !exceptions.some((pattern) => pattern.test(value.slice(0, value.indexOf(" ")))));
}

describe.each(NAMES)("%s in OpenAPI 3.0", (name) => {
  const newer = readBundle(name);
  const older = readOpenApi30(name);
  // Another library converts it back, and writes the example of a header as a named one.
  const converted = JSON.stringify(upgrade(readOpenApi30(name), "3.1"));
  const back: Node = JSON.parse(
    converted.replaceAll(/"examples":\{"default":\{"value":("[^"]*")\}\}/g, '"example":$1'),
  );

  test("is a document of 3.0.3", () => {
    expect(older["openapi"]).toBe("3.0.3");
  });

  test("lacks only what 3.0 cannot express", () => {
    expect(missing(newer, back, ONLY_31)).toEqual([]);
  });

  test("adds nothing", () => {
    expect(missing(back, newer, ONLY_30)).toEqual([]);
  });

  test("begins its text with the summary, for which 3.0 has no place", () => {
    expect(older["info"]?.description).toBe(`${newer["info"]?.["summary"]}\n\n${newer["info"]?.description}`);
  });

  test("has a property that may be null as a nullable one", () => {
    const schemas = Object.entries(newer["components"]?.["schemas"] ?? {});
    const properties = schemas.flatMap(([schema, { properties = {} }]) =>
      Object.entries(properties as Node).map(([property, node]) => ({
        schema,
        property,
        type: node["type"],
      })),
    );
    const nullable = properties.filter(({ type }) => Array.isArray(type));
    expect(nullable.length > 1).toBe(JSON.stringify(newer).includes('"null"]'));
    for (const { schema, property, type } of nullable) {
      const node = older["components"]?.["schemas"]?.[schema]?.["properties"]?.[property];
      expect.soft(node, `${schema}.${property}`).toMatchObject({ type: type?.[0], nullable: true });
    }
  });
});
