import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { images } from "@workspace-images/spec";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startMockServer } from "../src/index.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mock-server-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function save(name: string, content: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

test("two servers run beside each other, each on a free port of this machine", async () => {
  await using first = await startMockServer();
  await using second = await startMockServer();
  expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(second.url).not.toBe(first.url);
});

test("the port is free again at the end of the block", async () => {
  let url: string;
  {
    await using server = await startMockServer();
    url = server.url;
    expect((await fetch(`${url}/v2/p/images`)).status).toBe(401);
  }
  await expect(fetch(`${url}/v2/p/images`)).rejects.toThrow();
  await using again = await startMockServer({ port: Number(new URL(url).port) });
  expect(again.url).toBe(url);
});

test("closing twice is the same as closing once", async () => {
  const server = await startMockServer();
  await server.close();
  await expect(server.close()).resolves.toBeUndefined();
});

test("a taken port is named, with a way out", async () => {
  await using server = await startMockServer();
  const port = Number(new URL(server.url).port);
  await expect(startMockServer({ port })).rejects.toThrow(
    `Port ${port} of 127.0.0.1 cannot be used: it is taken. Port 0 takes a free one`,
  );
});

test.each([
  ["that does not exist", () => join(folder, "absent.yaml")],
  ["that is no OpenAPI", () => save("other.json", '{"name":"other"}')],
  ["that is no YAML", () => save("broken.yaml", "openapi: [")],
])("a description %s is named in the error", async (_what, make) => {
  const description = await make();
  await expect(startMockServer({ description })).rejects.toThrow(`${description} cannot be served`);
});

test("an answer that breaks the description fails loudly", async () => {
  const broken = JSON.stringify(images).replaceAll('"min_disk":40', '"min_disk":"forty"');
  await using server = await startMockServer({ description: await save("broken.json", broken) });
  const response = await fetch(`${server.url}/v2/p/images`, {
    headers: { "X-Auth-Token": "not-a-real-token" },
  });
  expect(response.status).toBe(500);
  expect(await response.text()).toContain("images.0.min_disk must be integer");
});

test("IAM answers on the same port", async () => {
  await using server = await startMockServer();
  const response = await fetch(`${server.url}/v3/projects?name=cn-north-4`, {
    headers: { "X-Auth-Token": "not-real" },
  });
  expect(response.status).toBe(200);
  expect(await response.json()).toHaveProperty("projects");
});
