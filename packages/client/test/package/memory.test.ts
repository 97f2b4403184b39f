import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import type { ImagePage } from "../../src/index.ts";
import { createListing } from "../test-client.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

test.each([1, 4])("pages that were read are released, with a concurrency of %i", async (concurrency) => {
  const { client } = createListing(3000);
  const pages: WeakRef<ImagePage>[] = [];
  const alive: number[] = [];
  for await (const page of client.pages({}, { concurrency })) {
    pages.push(new WeakRef(page));
    await new Promise((resolve) => setTimeout(resolve));
    collectGarbage();
    alive.push(pages.filter((one) => one.deref()).length);
  }
  expect(pages).toHaveLength(30);
  expect(Math.max(...alive)).toBeLessThanOrEqual(3);
});
