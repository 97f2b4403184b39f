import assert from "node:assert/strict";
import { execSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { publishedPackages } from "../release/packages.mjs";

for (const { manifest } of publishedPackages()) {
  test(`the build of ${manifest.name} first removes what an earlier one left`, (context) => {
    const cwd = mkdtempSync(join(tmpdir(), "build-"));
    context.after(() => rmSync(cwd, { recursive: true }));
    mkdirSync(join(cwd, "dist"));
    writeFileSync(join(cwd, "dist/stale.js"), "");
    const [first = ""] = manifest.scripts.build.split(" && ");
    assert.match(first, /^node --eval /);
    execSync(first, { cwd });
    assert.ok(!existsSync(join(cwd, "dist")));
  });
}
