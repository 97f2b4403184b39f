import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { digestOf } from "../../packages/docs/src/evidence/digest.mjs";
import { PARTS, parseOnly } from "../evidence/parts.mjs";
import { scoreOf } from "../evidence/stryker-score.mjs";
import { root } from "../run.mjs";

test("each part of the evidence is a script of the root", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  assert.deepEqual(
    Object.values(PARTS).filter((name) => !scripts[name]),
    [],
  );
});

test("--only chooses parts, in the order of the page", () => {
  assert.deepEqual(parseOnly("soak,outage"), ["outage", "soak"]);
  assert.deepEqual(parseOnly(undefined), Object.keys(PARTS));
});

test("an unknown part is a usage error that names the known ones", () => {
  const args = [join(root, "scripts/evidence.mjs"), "--only", "outage,weather"];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  assert.equal(status, 2);
  assert.match(stderr, /^Unknown part "weather"\. Use bench, outage, soak, /);
});

test("the digest changes with a file, a new file and a name, and not with an ignored file", () => {
  const folder = mkdtempSync(join(tmpdir(), "digest-"));
  try {
    execFileSync("git", ["init", "--quiet"], { cwd: folder });
    mkdirSync(join(folder, "src"));
    const write = (/** @type {string} */ name, /** @type {string} */ text) =>
      writeFileSync(join(folder, name), text);
    const digests = [];
    const digest = () => digests.push(digestOf(["src"], folder));
    write(".gitignore", "*.log\n");
    write("src/a.ts", "1");
    digest();
    write("src/a.log", "ignored");
    write("elsewhere.ts", "1");
    digest();
    assert.equal(digests[0], digests[1]);
    write("src/a.ts", "2");
    digest();
    write("src/b.ts", "1");
    digest();
    assert.equal(new Set(digests).size, 3);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the score of code mutations counts what Stryker's does", () => {
  const statuses = ["Killed", "Timeout", "Survived", "NoCoverage", "Ignored", "CompileError", "RuntimeError"];
  const mutants = statuses.map((status) => ({ status }));
  const report = { files: { "src/a.ts": { mutants }, "src/b/a.ts": { mutants } } };
  assert.deepEqual(scoreOf(report), { mutations: 8, detected: 4, survived: 4 });
});
