import assert from "node:assert/strict";
import { test } from "node:test";
import { createImagesClient, tokenAuth } from "@workspace-images/client";
import { createMock } from "@workspace-images/mock";
import { createImageList } from "./stale-images.ts";

test("serves the last list in an outage, for a day", async () => {
  const mock = createMock({
    images: [{ id: "mine", image_type: "gold" }],
    token: "fake-token",
  });
  let token = "fake-token";
  const client = createImagesClient({
    endpoint: mock.url,
    fetch: mock.fetch,
    projectId: "p",
    auth: tokenAuth(() => token),
    retry: { attempts: 1 },
  });
  let time = 0;
  const list = createImageList(client, () => time);
  const fresh = await list();
  mock.inject({ status: 503, times: 2 });
  time = 60_000;
  assert.deepEqual(await list(), fresh);
  time = 25 * 60 * 60 * 1000;
  await assert.rejects(list(), { status: 503 });
  time = 60_000;
  token = "wrong-token";
  mock.inject({ expireToken: true });
  await assert.rejects(list(), { status: 401 });
});
