import { images as description } from "@workspace-images/spec";
import { facts } from "@workspace-images/spec/facts";
import { expect, test } from "vitest";
import { sampleImages } from "../src/index.ts";

const { examples = {} } = description.components;

test("the sample images start with the images of the documented example", () => {
  const { value } = examples["documented"] as { value: { images: readonly object[] } };
  expect(sampleImages.slice(0, value.images.length)).toEqual(value.images);
});

test.each(facts.imageFields)("the sample images have every documented $name", ({ name, known }) => {
  const found = new Set(sampleImages.flatMap((image) => image[name as keyof typeof image] ?? []));
  expect(found.size).toBeGreaterThan(0);
  if (known) expect([...found].sort()).toEqual(known.toSorted());
});

test("the sample images have no other properties than documented ones and package_types", () => {
  const names = new Set(sampleImages.flatMap((image) => Object.keys(image)));
  names.delete("package_types");
  expect([...names].sort()).toEqual(facts.imageFields.map(({ name }) => name).sort());
});

// The description states this range without enforcing it.
test("the sample images have a min_disk from 40 to 1024", () => {
  for (const { min_disk } of sampleImages) {
    expect(min_disk).toBeGreaterThanOrEqual(40);
    expect(min_disk).toBeLessThanOrEqual(1024);
  }
});

test("the sample images have UUIDs and times in the documented format", () => {
  for (const { id, created_at } of sampleImages) {
    expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    if (created_at) expect(new Date(created_at).toISOString().replace(".000", "")).toBe(created_at);
  }
});
