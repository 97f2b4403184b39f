import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const lockfile = readFileSync(new URL("../../pnpm-lock.yaml", import.meta.url), "utf8");

for (const name of [
  "@biomejs/cli-darwin-arm64",
  "@biomejs/cli-win32-x64",
  "@esbuild/darwin-arm64",
  "@esbuild/win32-x64",
  "@turbo/darwin-arm64",
  "@turbo/windows-64",
  "@typescript/typescript-darwin-arm64",
  "@typescript/typescript-win32-x64",
]) {
  test(`the lock file has ${name}, so that an installation works on its system`, () => {
    assert.match(lockfile, new RegExp(`^  '${name}@`, "m"));
  });
}
