import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "mock", include: ["test/*.test.ts"] } },
      // The same tests once more with the other version that mswHandlers works with.
      {
        resolve: { alias: [{ find: /^msw(?=$|\/)/, replacement: "msw2" }] },
        test: { name: "msw 2", include: ["test/msw.test.ts"] },
      },
    ],
  },
});
