import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Node, readBundle } from "./bundle.ts";

interface Row {
  readonly name: string;
  readonly mandatory: boolean;
  readonly type: string;
  readonly says: readonly string[];
  readonly values?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: number;
}

interface Documented {
  readonly page: string;
  readonly method: string;
  readonly path: string;
  readonly pathParameters: readonly Row[];
  readonly queryParameters: readonly Row[];
  readonly requestHeaders: readonly Row[];
  readonly responseFields: readonly (Row & { readonly in: string; readonly of?: string })[];
  readonly statuses: readonly {
    readonly status: number;
    readonly body: string;
    readonly says: readonly string[];
  }[];
  readonly exampleRequests: readonly { readonly name: string; readonly url: string }[];
  readonly exampleResponse: { readonly name: string; readonly status: number; readonly value: unknown };
}

const file = new URL("../documented/list-images.yaml", import.meta.url);
const documented: Documented = parse(readFileSync(file, "utf8"));
const bundle = readBundle("images");
const pathItem = bundle["paths"]?.[documented.path];
const operation = pathItem?.[documented.method.toLowerCase()];
const schemas = bundle["components"]?.["schemas"];

function expectToSay(text: string | undefined, words: readonly string[]): void {
  // Line breaks and code marks of Markdown are no part of what is said.
  const said = text?.replace(/\s+/g, " ").replaceAll("`", "").toLowerCase();
  for (const word of words) expect(said).toContain(word.toLowerCase());
}

function expectSchema(schema: Node | undefined, row: Row): void {
  expect([schema?.["type"]].flat()).toContain(row.type);
  if (row.minimum !== undefined) expect(schema?.["minimum"]).toBe(row.minimum);
  if (row.maximum !== undefined) expect(schema?.["maximum"]).toBe(row.maximum);
  if (row.default !== undefined) expect(schema?.["default"]).toBe(row.default);
  if (row.values) expect(schema?.["enum"] ?? schema?.["x-extensible-enum"]).toEqual(row.values);
}

test("the call stands under its documented method and path, and links to the page", () => {
  expect(operation?.["operationId"]).toBe("listImages");
  expect(operation?.["externalDocs"]?.["url"]).toBe(documented.page);
});

describe("parameters", () => {
  const rows = [
    ...documented.pathParameters.map((row) => ({ place: "path", declared: pathItem, ...row })),
    ...documented.queryParameters.map((row) => ({ place: "query", declared: operation, ...row })),
  ];
  test.each(rows)("$place parameter $name is described as documented", ({ place, declared, ...row }) => {
    const parameter = declared?.["parameters"]?.find((one: Node) => String(one["name"]) === row.name);
    expect(parameter?.["in"]).toBe(place);
    expect(parameter?.["required"] ?? false).toBe(row.mandatory);
    expectSchema(parameter?.["schema"], row);
    expectToSay(parameter?.description, row.says);
  });
});

describe("request headers", () => {
  const schemes = Object.values(bundle["components"]?.["securitySchemes"] ?? {}) as Node[];
  test.each(documented.requestHeaders)("$name is described where OpenAPI lets it be", ({ name, says }) => {
    const scheme = schemes.find((one) => String(one["name"]) === name && String(one["in"]) === "header");
    expectToSay(scheme?.description ?? operation?.description, says);
  });

  test("X-Auth-Token alone is enough as a credential", () => {
    expect(bundle["security"]).toContainEqual({ XAuthToken: [] });
  });
});

describe("response fields", () => {
  test.each(documented.responseFields)("$name of $in is described as documented", (row) => {
    const schema = schemas?.[row.in]?.["properties"]?.[row.name];
    expectSchema(schema, row);
    expectToSay(schema?.description, row.says);
    if (row.of) expect(schema?.["items"]).toEqual(schemas?.[row.of]);
  });
});

describe("statuses", () => {
  test.each(documented.statuses)("$status has its documented meaning and body", ({ status, body, says }) => {
    const response = operation?.["responses"]?.[String(status)];
    expectToSay(response?.description, says);
    expect(response?.["content"]?.["application/json"]?.["schema"]).toEqual(schemas?.[body]);
  });
});

describe("examples", () => {
  test.each(documented.exampleRequests)(
    "request $url can be put together from the examples named $name",
    (request) => {
      const url = new URL(request.url, "https://workspace.example");
      const [, , projectId] = url.pathname.split("/");
      const expected: Record<string, string | undefined> = {
        project_id: projectId,
        ...Object.fromEntries(url.searchParams),
      };
      const parameters = [
        ...(pathItem?.["parameters"] ?? []),
        ...(operation?.["parameters"] ?? []),
      ] as Node[];
      const named = parameters.flatMap((parameter) => {
        const example = parameter["examples"]?.[request.name];
        return example ? [[String(parameter["name"]), String(example["value"])]] : [];
      });
      expect(Object.fromEntries(named)).toEqual(expected);
    },
  );

  test("the documented answer is kept as published", () => {
    const { name, status, value } = documented.exampleResponse;
    const content = operation?.["responses"]?.[String(status)]?.["content"]?.["application/json"];
    expect(content?.["examples"]?.[name]?.["value"]).toEqual(value);
  });

  test("the first example of an ordinary page counts its images rightly", () => {
    const content = operation?.["responses"]?.["200"]?.["content"]?.["application/json"];
    const [first] = Object.values(content?.["examples"] ?? {}) as Node[];
    expect(first?.["value"]?.["total_count"]).toBe(first?.["value"]?.["images"]?.length);
  });
});
