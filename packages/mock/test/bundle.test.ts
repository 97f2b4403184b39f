import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";
import type { createMock as CreateMock } from "../src/index.ts";

async function bundle(contents: string, external: string[] = []) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL("../src", import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: "browser",
    format: external.length > 0 ? "esm" : "iife",
    globalName: "bundled",
    external,
  });
  return { text: outputFiles[0]?.text ?? "", inputs: Object.keys(metafile.inputs) };
}

test("the mock without its sample data is at most 9.2 kB, minified and gzipped", async () => {
  const { text } = await bundle('export { createMock, MockUsageError } from "./index.ts"', [
    "./images/sample-images.ts",
  ]);
  expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(9200);
});

test("the package has no dependencies", async () => {
  const { inputs } = await bundle('export * from "./index.ts"');
  expect(inputs.filter((path) => path.includes("node_modules"))).toEqual([]);
});

test("the mock runs with nothing but web APIs", async () => {
  const { text } = await bundle('export * from "./index.ts"');
  const { AbortController, crypto, Headers, ReadableStream, Request, Response, TextEncoder } = globalThis;
  const { URL, URLSearchParams, setTimeout, clearTimeout } = globalThis;
  const web = { AbortController, crypto, Headers, ReadableStream, Request, Response, TextEncoder };
  const context = createContext({ ...web, URL, URLSearchParams, setTimeout, clearTimeout });
  runInContext(text, context);
  const { createMock } = runInContext("bundled", context) as { createMock: typeof CreateMock };
  const mock = createMock({ accessKeys: { AK: "not-a-real-secret" } });
  const url = `${mock.url}/v2/p/images`;
  expect((await mock.fetch(url, { headers: { "X-Auth-Token": "t" } })).status).toBe(200);
  mock.inject({ delay: 1, truncate: true });
  const broken = await mock.fetch(url, { headers: { "X-Auth-Token": "t" } });
  await expect(broken.text()).rejects.toThrow("terminated");
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const authorization = `SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date, Signature=${"0".repeat(64)}`;
  const rejected = await mock.fetch(url, { headers: { authorization, "X-Sdk-Date": date } });
  expect(await rejected.text()).toContain("verify aksk signature fail");
});
