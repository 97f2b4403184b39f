import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../run.mjs";

const read = (/** @type {string} */ file) => readFileSync(join(root, file), "utf8");

test("CONTRIBUTING.md names each command of the root, and no other", () => {
  const named = [...read("CONTRIBUTING.md").matchAll(/`npm (?:run ([\w:]+)|(start|test)`)/g)];
  const commands = new Set(named.map(([, script, known]) => script ?? known));
  assert.deepEqual([...commands].sort(), Object.keys(JSON.parse(read("package.json")).scripts).sort());
});
