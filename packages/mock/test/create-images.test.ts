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

test("creates gold and private images whose properties fit their type", () => {
  const images = createImages(2000);
  const isPrivate = images.filter(({ image_type }) => image_type === "private");
  const share = (part: readonly unknown[], whole: readonly unknown[]) => part.length / whole.length;
  expect(share(isPrivate, images)).toBeCloseTo(1 / 3, 1);
  expect(
    share(
      isPrivate.filter(({ kms_id }) => kms_id),
      isPrivate,
    ),
  ).toBeCloseTo(1 / 4, 1);
  for (const [index, { image_type, name, product_code, kms_id, created_at }] of images.entries()) {
    expect(name).toMatch(new RegExp(`^WKS_[A-Z\\d]+_[\\da-f]{4}_${index}$`));
    expect(product_code).toBe(image_type === "private" ? null : `OFFI${740586375358 + index}`);
    if (image_type === "gold") expect(kms_id).toBeNull();
    expect(created_at?.slice(0, 4)).toMatch(/^202[345]$/);
  }
  expect(new Set(images.map(({ created_at }) => created_at?.slice(0, 4))).size).toBe(3);
  const types = new Set(images.map(({ package_types }) => String(package_types)));
  // Every combination of seven types occurs among so many.
  expect(types.size).toBe(2 ** 7);
  expect(createImages(0)).toEqual([]);
});

test("creates the same IDs on every machine", () => {
  expect(createImages(2, 42).map(({ id }) => id)).toMatchInlineSnapshot(`
    [
      "ab73b0ad-2cc0-486c-99fe-dd8fbf1e0000",
      "0812df18-4457-40fd-8c89-87c413050000",
    ]
  `);
});

test.each([-1, 1.5, Number.NaN])("rejects a count of %d", (count) => {
  expect(() => createImages(count)).toThrow(
    new MockUsageError(`count must be a non-negative integer, not ${count}.`),
  );
});
