import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type ErrorBody,
  IAM_VERSION,
  type ImageInfo,
  type ImagePage,
  iam,
  images,
  MOCK_CONTROL_VERSION,
  mockControl,
  STS_VERSION,
  sts,
  VERSION,
} from "@workspace-images/spec";
import { facts } from "@workspace-images/spec/facts";
import type { paths } from "@workspace-images/spec/images.d.ts";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, expectTypeOf, test } from "vitest";
import { parse } from "yaml";
import manifest from "../package.json" with { type: "json" };

/** Reads a file of the package as its users do. */
function read(name: string) {
  return parse(readFileSync(fileURLToPath(import.meta.resolve(`@workspace-images/spec/${name}`)), "utf8"));
}

describe.each([
  ["images", images],
  ["iam", iam],
  ["sts", sts],
  ["mock-control", mockControl],
])("%s", (name, description) => {
  test.each(["yaml", "json"])("the bundle is published as %s, and is what the entry exports", (format) => {
    expect(read(`${name}.${format}`)).toEqual(description);
  });

  test("the bundle is OpenAPI 3.1 in one document", () => {
    expect(description.openapi).toMatch(/^3\.1\./);
    const references = JSON.stringify(description).match(/"\$ref":"[^"]*"/g) ?? [];
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((reference) => !reference.startsWith('"$ref":"#/'))).toEqual([]);
  });

  test("the bundle names the license of the package", () => {
    expect(description.info).toMatchObject({ license: { identifier: manifest.license } });
  });

  test("the dereferenced bundle has the same operations and no reference", () => {
    const dereferenced = read(`${name}.dereferenced.json`);
    expect(Object.keys(dereferenced.paths)).toEqual(Object.keys(description.paths));
    expect(JSON.stringify(dereferenced)).not.toContain('"$ref"');
  });
});

test("descriptions stay below 1.0.0 as long as the package does", () => {
  for (const version of [VERSION, IAM_VERSION, STS_VERSION, MOCK_CONTROL_VERSION]) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    if (manifest.version.startsWith("0.")) expect(version).toMatch(/^0\./);
  }
});

test.each(["images", "iam", "sts"])("the OpenAPI 3.0 of %s is the same as YAML and as JSON", (name) => {
  expect(read(`${name}-3.0.yaml`)).toEqual(read(`${name}-3.0.json`));
});

test.each([images, iam, sts, mockControl])(
  "$info.title has its responses in the operations",
  ({ paths, components }) => {
    const operations = Object.values(paths).flatMap(
      (item) => Object.values(item) as { responses?: object }[],
    );
    const responses = operations.flatMap((operation) => Object.values(operation.responses ?? {}));
    expect(responses.length).toBeGreaterThan(5);
    for (const response of responses) expect(response).toHaveProperty("description");
    expect(components).not.toHaveProperty("responses");
  },
);

describe("the JSON Schemas", () => {
  const ajv = () => new Ajv2020();
  const examples = images.components["examples"] as Record<string, { value: { images: object[] } }>;

  test.each(["singlePage", "lastPage", "noImages", "documented"])(
    "accept %s in Ajv's strict mode",
    (name) => {
      const { value } = examples[name] as { value: { images: object[] } };
      const page = ajv().compile(read("image-page.schema.json"));
      const image = ajv().compile(read("image.schema.json"));
      expect(page(value)).toBe(true);
      expect(value.images.every((one) => image(one))).toBe(true);
    },
  );

  test("reject what is not an image or a page", () => {
    expect(ajv().compile(read("image.schema.json"))({ id: 1 })).toBe(false);
    expect(ajv().compile(read("image-page.schema.json"))({ images: [{}] })).toBe(false);
    expect(ajv().compile(read("image-page.schema.json"))({ total_count: 0 })).toBe(false);
  });

  test.each(facts.imageFields)("reject an image whose $name has another type", ({ name }) => {
    const wrong = { id: "1", [name]: {} };
    expect(ajv().compile(read("image.schema.json"))(wrong)).toBe(false);
    expect(ajv().compile(read("image-page.schema.json"))({ images: [wrong] })).toBe(false);
  });

  test.each(["image", "image-page"])("%s names its dialect and where npm serves it", (name) => {
    expect(read(`${name}.schema.json`)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: `https://unpkg.com/@workspace-images/spec/dist/${name}.schema.json`,
    });
  });
});

test("the types are those of the responses, with open sets", () => {
  expectTypeOf<ImagePage["images"]>().toEqualTypeOf<ImageInfo[]>();
  expectTypeOf<"gold">().toExtend<NonNullable<ImageInfo["image_type"]>>();
  expectTypeOf<"market">().toExtend<NonNullable<ImageInfo["image_type"]>>();
  expectTypeOf<ErrorBody>().toHaveProperty("error_code");
  expectTypeOf<paths>().toHaveProperty("/v2/{project_id}/images");
});

test("the samples in the bundle are the files of samples/", () => {
  const folder = new URL("../samples/", import.meta.url);
  const files = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"));
  const operation = images.paths["/v2/{project_id}/images"]?.["get"] as {
    readonly "x-codeSamples": readonly { readonly source: string }[];
  };
  expect(operation["x-codeSamples"].map(({ source }) => source).sort()).toEqual(files.sort());
});
