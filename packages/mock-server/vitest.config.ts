import { defineConfig } from "vitest/config";

// Time-outs only end what hangs, so a busy machine must not reach them.
const limits = { testTimeout: 300_000, hookTimeout: 300_000 };
// These replace modules, globals or the clock, so each needs a process of its own.
const alone = ["client-credentials", "conformance", "conformance-msw-2", "happy-dom", "jsdom"];
const files = alone.map((name) => `test/${name}.test.ts`);

export default defineConfig({
  test: {
    projects: [
      { test: { ...limits, name: "alone", include: files } },
      // Together, files import Prism once; each import takes a second.
      {
        test: {
          ...limits,
          name: "together",
          include: ["{fuzz,test}/*.test.ts"],
          exclude: files,
          isolate: false,
        },
      },
    ],
  },
});
