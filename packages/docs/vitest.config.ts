import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: "test/browser.ts",
    include: ["test/**/*.test.ts"],
    maxConcurrency: 2,
    maxWorkers: 2,
    // Only to end what hangs, on a busy machine too.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
