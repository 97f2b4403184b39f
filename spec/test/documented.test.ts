import { describe, expect, test } from "vitest";
import { type Node, readDereferenced } from "./bundle.ts";
import { pages, type Row } from "./documented.ts";
import { places } from "./places.ts";

/** Checks that a text says words; line breaks and code marks of Markdown are not part of what it says. */
function expectToSay(text: string | undefined, words: readonly string[]): void {
  const said = text?.replaceAll(/\s+/g, " ").replaceAll("`", "").toLowerCase();
  for (const word of words) expect(said).toContain(word.toLowerCase());
}

function expectSchema(schema: Node | undefined, row: Row): void {
  expect([schema?.["type"]].flat()).toContain(row.type);
  if (row.minimum !== undefined) expect(schema?.["minimum"]).toBe(row.minimum);
  if (row.maximum !== undefined) expect(schema?.["maximum"]).toBe(row.maximum);
  if (row.default !== undefined) expect(schema?.["default"]).toBe(row.default);
  if (row.unit !== undefined) expect(schema?.["x-unit"]).toBe(row.unit);
  if (row.values) expect(schema?.["enum"] ?? schema?.["x-extensible-enum"]).toEqual(row.values);
}

describe.each(pages)(
  "the page of $operationId",
  ({ description, method, path, page, summary, links = [], ...rows }) => {
    const bundle = readDereferenced(description);
    const schemas = bundle["components"]?.["schemas"];
    const operation = bundle["paths"]?.[path]?.[method.toLowerCase()];
    const described = new Map(places(description).map((place) => [place.at, place]));

    test("is where the description places and links the call", () => {
      expect(operation?.["operationId"]).toBe(rows.operationId);
      expect(operation?.["externalDocs"]?.["url"]).toBe(page);
      for (const link of links) expect(JSON.stringify(operation)).toContain(`(${link})`);
    });

    test("is about what the summary says", () => {
      expectToSay(String(operation?.["summary"]), summary);
    });

    test.each(rows.rows)("has $at as it is described", (row) => {
      const place = described.get(row.at);
      expect(place).toBeDefined();
      const { node, isRequired } = place as NonNullable<typeof place>;
      if (row.says) expectToSay(node.description, row.says);
      if (row.type) expectSchema(node["schema"] ?? node, row);
      if (row.of) expect(node["items"]).toEqual(schemas?.[row.of]);
      if (row.body) expect(node["content"]?.["application/json"]?.["schema"]).toEqual(schemas?.[row.body]);
      if (row.mandatory) expect(isRequired).toBe(true);
    });
  },
);

describe("the examples of the page of listImages", () => {
  const [{ path, exampleResponse }] = pages as readonly [(typeof pages)[number]];
  const item = readDereferenced("images")["paths"]?.[path];
  const content = item?.["get"]?.["responses"]?.["200"]?.["content"]?.["application/json"];

  test("have the documented response as published", () => {
    expect(exampleResponse.status).toBe(200);
    expect(content?.["examples"]?.[exampleResponse.name]?.["value"]).toEqual(exampleResponse.value);
  });

  test("have pages that count their images correctly, except for the documented response", () => {
    const examples = Object.entries(content?.["examples"] ?? {}) as [string, Node][];
    const others = examples.filter(([key]) => key !== exampleResponse.name);
    expect(others.length).toBeGreaterThan(2);
    expect(others[0]).toBe(examples[0]);
    for (const [key, { description, value }] of others) {
      const offset = Number(/`offset=(\d+)`/.exec(description ?? "")?.[1] ?? 0);
      expect.soft(value?.["total_count"], key).toBe(offset + Number(value?.["images"]?.length));
    }
  });
});
