import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { iam, images, type OpenApiDescription, VERSION } from "@workspace-images/spec";
import { describe, expect, expectTypeOf, test } from "vitest";
import { parse } from "yaml";

describe.each([
  ["images", images],
  ["iam", iam],
])("%s", (name, description) => {
  test.each(["yaml", "json"])("the bundle is published as %s, and is what the entry gives", (format) => {
    const file = fileURLToPath(import.meta.resolve(`@workspace-images/spec/${name}.${format}`));
    expect(parse(readFileSync(file, "utf8"))).toEqual(description);
  });

  test("the bundle is OpenAPI 3.1 in one document", () => {
    expect(description.openapi).toMatch(/^3\.1\./);
    const references = JSON.stringify(description).match(/"\$ref":"[^"]*"/g) ?? [];
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((reference) => !reference.startsWith('"$ref":"#/'))).toEqual([]);
  });
});

test("the version is that of the description of the images", () => {
  expect(VERSION).toBe(images.info.version);
  expect(VERSION).toMatch(/^\d+\.\d+\.\d+$/);
  expectTypeOf(images).toEqualTypeOf<OpenApiDescription>();
});
