import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

async function gzipped(entries: readonly string[]): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: entries.map((entry) => `export * from "../src/${entry}.ts";`).join("\n"),
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? "").byteLength;
}

test("the check of answers is at most 1.5 kB, minified and compressed, beyond the client", async () => {
  const extra = (await gzipped(["index", "validate"])) - (await gzipped(["index"]));
  expect(extra).toBeGreaterThan(0);
  expect(extra).toBeLessThanOrEqual(1500);
});
