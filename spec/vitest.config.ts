import { defineConfig } from "vitest/config";

// Time-outs only end what hangs, so a busy machine must not reach them.
export default defineConfig({ test: { testTimeout: 300_000, hookTimeout: 300_000 } });
