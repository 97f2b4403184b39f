import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import ts from "typescript";
import { root } from "../run.mjs";

/** Everything that a script imports before its first line runs, its own files' imports included. */
function importsOf(file, seen = new Set()) {
  if (seen.has(file)) return [];
  seen.add(file);
  const { statements } = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    const name = /** @type {ts.ImportDeclaration} */ (statement).moduleSpecifier;
    if (!name || !ts.isStringLiteral(name)) return [];
    return name.text.startsWith(".") ? importsOf(join(dirname(file), name.text), seen) : [name.text];
  });
}

const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

describe("starts in a fresh clone, before anything is installed:", () => {
  for (const [name, command] of Object.entries(scripts)) {
    const [, file] = /^node ([\w/.-]+\.mjs)$/.exec(command) ?? [];
    if (!file) continue;
    test(`npm run ${name}`, () => {
      const imported = importsOf(join(root, file));
      assert.ok(imported.length > 0);
      assert.deepEqual(
        imported.filter((one) => !one.startsWith("node:") && !builtinModules.includes(one)),
        [],
      );
    });
  }
});
