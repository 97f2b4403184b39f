import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { type Node, readBundle } from "./bundle.ts";

const METHODS = ["get", "post"];
const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: { int32: Number.isInteger, password: true, uri: /^https:\/\// },
});

interface Case {
  readonly where: string;
  readonly schema: Node;
  readonly value: unknown;
}

/** Every named example of a description with the schema that it has to satisfy. */
function cases(name: "images" | "iam"): Case[] {
  const operations = Object.values(readBundle(name)["paths"] ?? {}).flatMap((item: Node) =>
    METHODS.flatMap((method) => (item[method] ? [item[method]] : [])),
  );
  const bodies = operations.flatMap((operation: Node) =>
    [
      ...(operation["requestBody"] ? [["request", operation["requestBody"]] as const] : []),
      ...(Object.entries(operation["responses"] ?? {}) as [string, Node][]),
    ].map(([place, node]) => ({
      place: `${operation["operationId"]} ${place}`,
      media: node["content"]?.["application/json"],
    })),
  );
  return bodies.flatMap(({ place, media }) =>
    (Object.entries(media?.["examples"] ?? {}) as [string, Node][]).map(([key, example]) => ({
      where: `${place} ${key}`,
      schema: media?.["schema"] as Node,
      value: example["value"],
    })),
  );
}

describe.each(["images", "iam"] as const)("%s", (name) => {
  const all = cases(name);

  test.each(all)("example $where is valid", ({ schema, value }) => {
    ajv.validate(schema, value);
    expect(ajv.errors).toBeNull();
  });

  test("every status has an example", () => {
    const operations = Object.values(readBundle(name)["paths"] ?? {}).flatMap((item: Node) =>
      METHODS.flatMap((m) => item[m] ?? []),
    );
    for (const operation of operations as Node[]) {
      for (const status of Object.keys(operation["responses"] ?? {})) {
        expect(all.some(({ where }) => where.startsWith(`${operation["operationId"]} ${status} `))).toBe(
          true,
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
