import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";

test("a bundle of the main entry keeps nothing of the environment in which it was made", async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../../src/index.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    platform: "browser",
    // Bundlers replace this with the variables of their own machine.
    define: { "process.env": "canary" },
    write: false,
  });
  const [{ text = "" } = {}] = outputFiles;
  expect(text).toContain("SDK-HMAC-SHA256");
  expect(text).not.toContain("canary");
});
