import { facts } from "@workspace-images/spec/facts";
import { expect, test } from "vitest";
import { createImages, createMock, MockUsageError } from "../src/index.ts";

test("creates the same images for the same seed, and others for another seed", () => {
  expect(createImages(50, 7)).toEqual(createImages(50, 7));
  expect(createImages(50)).toEqual(createImages(50, 1));
  expect(createImages(50, 8)).not.toEqual(createImages(50, 7));
  expect(createImages(50, 7).slice(0, 10)).toEqual(createImages(10, 7));
});

test("creates five thousand images with unique ids and every documented value", () => {
  const images = createImages(5000);
  expect(() => createMock({ images })).not.toThrow();
  for (const { name, known } of facts.imageFields) {
    const values = new Set(images.map((image) => image[name as keyof typeof image]));
    expect.soft(values, name).not.toContain(undefined);
    if (known) expect.soft([...values].sort(), name).toEqual(known.toSorted());
  }
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  const time = /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
  for (const { id, created_at } of images) {
    expect(id).toMatch(uuid);
    expect(created_at).toMatch(time);
  }
});

test.each([-1, 1.5, Number.NaN])("rejects a count of %d", (count) => {
  expect(() => createImages(count)).toThrow(MockUsageError);
});
