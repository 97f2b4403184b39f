import { expect, test } from "vitest";
import type { Api } from "../src/reference/model/api.ts";
import { type Operation, operationsOf } from "../src/reference/model/operation.ts";
import { sectionsOf } from "../src/reference/model/sections.ts";
import { operationMarkdown } from "../src/twin/operation-twin.ts";

const api: Api = {
  name: "sts",
  title: "STS API",
  file: "sts.json",
  bundles: ["sts"],
  description: {
    info: { title: "Keys", summary: "Issues keys.", description: "Issues keys." },
    servers: [
      {
        url: "https://sts.{region}.example",
        variables: { region: { default: "r-1", enum: ["r-1", "r-2"] } },
      },
    ],
    security: [],
    components: {},
    paths: {
      "/v5/keys/{name}": {
        put: {
          operationId: "putKey",
          summary: "Put a key",
          description: "Puts a key.\n\n### Rotation\n\nRotate it.",
          parameters: [
            {
              name: "name",
              in: "path",
              required: true,
              description: "Name.",
              schema: { type: "string", minLength: 1 },
            },
          ],
          requestBody: {
            description: "The key.",
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  allOf: [
                    {
                      type: "object",
                      properties: {
                        ttl: {
                          type: "integer",
                          "x-unit": "seconds",
                          minimum: 900,
                          maximum: 900,
                          default: 900,
                        },
                      },
                    },
                  ],
                  properties: {
                    tags: {
                      type: "array",
                      description: "Tags.",
                      items: {
                        type: "object",
                        required: ["key"],
                        properties: { key: { type: ["string", "null"], enum: ["a", "b"] } },
                      },
                    },
                  },
                },
                examples: { short: { summary: "A short one", value: { ttl: 900 } } },
              },
            },
          },
          responses: {
            "201": {
              description: "**Later addition** (May 2026). Stored.",
              headers: { "X-Id": { description: "ID.", schema: { type: "string" }, example: "7" } },
            },
            "400": {
              description: "Bad.",
              content: {
                "application/json": {
                  schema: { type: "object", properties: { code: { type: "string", description: "Code." } } },
                },
              },
            },
            "500": {
              description: "Broken.",
              content: {
                "application/json": {
                  schema: { type: "object", properties: { code: { type: "string", description: "Code." } } },
                },
              },
            },
          },
        },
      },
    },
  },
};

const operation = operationsOf(api)[0] as Operation;

test("gives an operation of a new description its page, its entries and their IDs", () => {
  expect(operation).toMatchObject({
    page: "reference/sts/operations/putkey",
    title: "Put a key",
    method: "PUT",
  });
  const contents = sectionsOf(operation).map(({ id, responses = [], entries = [] }) =>
    [
      id,
      ...responses.map(({ status }) => status),
      ...entries.map(({ parents, name }) => parents + name),
    ].join(" "),
  );
  expect(contents).toEqual([
    "path-parameters name",
    "header-parameters Content-Type",
    "request-body ttl tags tags[].key",
    "rotation",
    "responses 201 X-Id",
    "errors 400 500 code",
    "servers",
    "sources",
  ]);
  expect(operation.body?.entries.map(({ id, type, bounds }) => [id, type, ...bounds].join(" "))).toEqual([
    "body-ttl integer, seconds exactly 900",
    "body-tags array of objects",
    "body-tags-key string or null",
  ]);
});

test("describes once what several responses have, with the links of all", () => {
  expect(operation.failure.entries).toMatchObject([{ id: "400-code", aliases: ["500-code"] }]);
  expect(operation.success.entries).toMatchObject([{ id: "201-header-X-Id", aliases: ["201-headers"] }]);
  expect(operation.success.responses[0]).toMatchObject({
    text: "Stored.",
    mark: { name: "Later addition", since: "May 2026" },
  });
});

test("writes its Markdown", () => {
  const markdown = operationMarkdown(operation);
  expect(markdown).toContain("`PUT https://sts.{region}.example/v5/keys/{name}`");
  expect(markdown).toContain("| `tags[].key` | string or null | `a`, `b` |");
  expect(markdown).toContain("| 201 | Created | **Later addition** (May 2026). Stored. |");
  expect(markdown).toContain('```json\n{\n  "ttl": 900\n}\n```');
});
