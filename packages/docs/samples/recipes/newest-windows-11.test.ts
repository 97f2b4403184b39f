import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { createImagesClient, tokenAuth } from "@workspace-images/client";
import { createMock } from "@workspace-images/mock";
import { newestWindows11 } from "./newest-windows-11.ts";

const public11 = {
  os_type: "Windows",
  image_type: "gold",
  os_version: "Windows 11 Enterprise 64bit",
};
const images = [
  { ...public11, id: "old", created_at: "2026-01-01T00:00:00Z" },
  { ...public11, id: "new", created_at: "2026-10-01T00:00:00Z" },
];
const mock = createMock({ images, token: "fake-token" });
const client = createImagesClient({
  endpoint: mock.url,
  fetch: mock.fetch,
  projectId: "p",
  auth: tokenAuth("fake-token"),
  timeout: 3000,
  retry: { baseDelay: 1 },
});
beforeEach(() => mock.reset());

test("returns the newest image", async () => {
  const found = await newestWindows11(client);
  assert.equal("image" in found && found.image?.id, "new");
});

test("retries, and then distinguishes what is wrong", async () => {
  mock.inject({ status: 503 });
  assert.ok("image" in (await newestWindows11(client)));
  mock.inject({ status: 403 });
  assert.deepEqual(await newestWindows11(client), {
    problem: "permission",
  });
  mock.inject({ expireToken: true });
  assert.deepEqual(await newestWindows11(client), {
    problem: "credentials",
  });
  mock.inject({ reset: true, times: 3 });
  assert.deepEqual(await newestWindows11(client), {
    problem: "unreachable",
  });
});
