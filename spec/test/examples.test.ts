import { readdirSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { NAMES, type Name, type Node, readDereferenced } from "./bundle.ts";
import { operations } from "./places.ts";

const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: { int32: Number.isInteger, password: true },
});

const SHARED = new Set(
  readdirSync(new URL("../shared/examples/", import.meta.url)).map((file) => file.replace(".yaml", "")),
);
const GATEWAY_CODE = /^APIG(W)?\.\d{4}$/;
const SERVICE_CODE = {
  images: /^(WKS\.\d{4}(\d{4})?|PAP5\.\d{4})$/,
  iam: /^(IAM|PAP5)\.\d{4}$/,
  sts: /^((STS5|PAP5)\.\d{4}|APIGW\.0601)$/,
};

interface Case {
  readonly where: string;
  readonly schema: Node;
  readonly value: unknown;
}

/** Every named example of the bodies of a description, with its schema. */
function cases(name: Name): readonly Case[] {
  return operations(name).flatMap((operation) => {
    const bodies = { ...operation["responses"], request: operation["requestBody"] };
    return Object.entries(bodies).flatMap(([part, body]) => {
      const media = (body as Node | undefined)?.["content"]?.["application/json"];
      return Object.entries(media?.["examples"] ?? {}).map(([key, example]) => ({
        where: `${operation["operationId"]} ${part} ${key}`,
        schema: media?.["schema"] as Node,
        value: example["value"],
      }));
    });
  });
}

describe.each(NAMES)("%s", (name) => {
  const all = cases(name);

  test.each(all)("example $where is valid", ({ schema, value }) => {
    ajv.validate(schema, value);
    expect(ajv.errors).toBeNull();
  });

  test("every status has an example", () => {
    for (const { operationId, responses } of operations(name)) {
      for (const status of Object.keys(responses ?? {})) {
        expect(all.map(({ where }) => where)).toContainEqual(
          expect.stringMatching(`^${operationId} ${status} `),
        );
      }
    }
  });

  test("the examples of parameters and headers are valid", () => {
    const components = readDereferenced(name)["components"];
    const parts = { ...components?.["parameters"], ...components?.["headers"] } as Record<string, Node>;
    for (const [key, { schema, examples, example }] of Object.entries(parts)) {
      const values = examples ? Object.values(examples as Node).map(({ value }) => value) : [example];
      expect.soft(values, key).not.toEqual([]);
      for (const value of values) expect.soft(ajv.validate(schema as Node, value), key).toBe(true);
    }
  });

  test("every error example carries a code of what sends it", () => {
    const errors = Object.entries(readDereferenced(name)["components"]?.["examples"] ?? {})
      .map(([key, { value }]) => [key, value?.["error_code"]] as const)
      .filter(([, code]) => code !== undefined);
    expect(errors.length).toBeGreaterThan(6);
    for (const [key, code] of errors) {
      expect.soft(code, key).toMatch(SHARED.has(key) ? GATEWAY_CODE : SERVICE_CODE[name]);
    }
  });

  test("every error of IAM's own shape carries the status of its response", () => {
    for (const { where, value } of all) {
      const { error } = value as { error?: { code?: number } };
      if (error) expect.soft(where.split(" ")[1], where).toBe(String(error.code));
    }
  });
});
