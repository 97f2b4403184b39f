import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Only this folder, because Stryker works on a copy of the package in `reports`.
    dir: "test",
    setupFiles: "test/no-metadata.ts",
    // Time-outs only end what hangs, so a busy machine must not reach them.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
