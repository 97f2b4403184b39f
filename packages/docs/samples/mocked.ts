import assert from "node:assert/strict";
import { test } from "node:test";
import { createImagesClient, tokenAuth } from "@workspace-images/client";
import { createMock } from "@workspace-images/mock";

test("the search survives a lost connection", async () => {
  const windows = [{ id: "mine", os_type: "Windows" }];
  const mock = createMock({ images: windows, token: "not-a-real-token" });
  const client = createImagesClient({
    endpoint: mock.url,
    fetch: mock.fetch,
    projectId: "p",
    auth: tokenAuth("not-a-real-token"),
  });
  mock.inject({ reset: true });
  const page = await client.list({ os_type: "Windows" });
  assert.deepEqual(page.images, windows);
  assert.equal(mock.requests.length, 2);
});
