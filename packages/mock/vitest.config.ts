import { defineConfig } from "vitest/config";

// Time-outs only end what hangs, so a busy machine must not reach them.
const limits = { testTimeout: 300_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { ...limits, name: "mock", include: ["test/*.test.ts"] } },
      // The same tests once more with the other version that mswHandlers works with.
      {
        resolve: { alias: [{ find: /^msw(?=$|\/)/, replacement: "msw2" }] },
        test: { ...limits, name: "msw 2", include: ["test/msw.test.ts"] },
      },
    ],
  },
});
