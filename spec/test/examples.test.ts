import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { NAMES, type Name, type Node } from "./bundle.ts";
import { operations } from "./places.ts";

const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: { int32: Number.isInteger, password: true },
});

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

  test("every error example carries a code of a documented kind", () => {
    const errors = all
      .filter(({ where }) => / [45]\d\d /.test(where))
      .map(({ value }) => value as Record<string, unknown>);
    expect(errors.length).toBeGreaterThan(7);
    for (const error of errors) {
      const { code } = (error["error"] ?? {}) as { code?: number };
      expect(String(error["error_code"] ?? code)).toMatch(
        /^(WKS\.\d{4}(\d{4})?|APIGW\.\d{4}|IAM\.\d{4}|PAP5\.\d{4}|4\d\d)$/,
      );
    }
  });
});
