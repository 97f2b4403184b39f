import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createMock, sampleImages } from "../src/index.ts";

test("finds Windows images although the service is busy", async () => {
  const mock = createMock({ images: sampleImages, token: "t" });
  mock.inject({ status: 429, retryAfter: 1 });
  const url = `${mock.url}/v2/p/images?os_type=Windows`;
  const headers = { "X-Auth-Token": "t" };
  expect((await mock.fetch(url, { headers })).status).toBe(429);
  const { images } = await (await mock.fetch(url, { headers })).json();
  expect(images[0]).toMatchObject({ name: "WKS_WIN1064_CAD", os_type: "Windows" });
  expect(mock.requests[0]?.headers).toEqual({ "x-auth-token": "***" });
});

test("the README shows the test above", () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
  const [, example = ""] = /```ts\n(?:import [^\n]*\n)+\n(.*?)```/s.exec(read("../README.md")) ?? [];
  expect(example).toContain("mock.inject");
  expect(read("readme.test.ts")).toContain(example);
});
