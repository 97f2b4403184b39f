import { defineConfig } from "vitest/config";

// Only this folder, because Stryker works on a copy of the package in `reports`.
export default defineConfig({ test: { dir: "test", testTimeout: 30_000 } });
