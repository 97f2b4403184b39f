import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: "test/browser.ts",
    include: ["test/**/*.test.ts"],
    maxConcurrency: 2,
    maxWorkers: 2,
    expect: { poll: { timeout: 20_000 } },
  },
});
