import { createImagesClient, tokenAuth } from "@workspace-images/client";
import { createMock } from "@workspace-images/mock";
import { beforeEach, expect, test } from "vitest";
import { showImages } from "./image-picker.ts";

const images = [{ id: "mine", name: "Office", image_type: "private" }];
const mock = createMock({ images, token: "fake-token" });
const client = createImagesClient({
  endpoint: mock.url,
  fetch: mock.fetch,
  projectId: "p",
  auth: tokenAuth("fake-token"),
});
beforeEach(() => mock.reset());

test("offers the private images", async () => {
  const select = document.createElement("select");
  await showImages(select, client);
  expect(select.disabled).toBe(false);
  expect(
    [...select.options].map(({ value, text }) => ({ value, text })),
  ).toEqual([{ value: "mine", text: "Office" }]);
});

test("is disabled if the images cannot be read", async () => {
  mock.inject({ status: 403 });
  const select = document.createElement("select");
  await showImages(select, client);
  expect(select.disabled).toBe(true);
});
