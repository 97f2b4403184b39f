import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { root } from "../run.mjs";

const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

test("a count that is no positive integer is a usage error", () => {
  for (const [script, option] of Object.entries({ soak: "calls", outage: "clients", mutations: "sample" })) {
    for (const value of ["many", "0", "1.5"]) {
      const args = [join(root, `scripts/${script}.mjs`), `--${option}`, value];
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 10_000 });
      assert.equal(status, 2);
      assert.match(stderr, new RegExp(`^--${option} ${value} must be a positive integer\\.`));
    }
  }
});

describe("each script of the root", () => {
  for (const [name, command] of Object.entries(scripts)) {
    const [, file] = /^node (scripts\/\S+)$/.exec(command) ?? [];
    if (!file) continue;
    const run = (/** @type {string} */ argument) =>
      spawnSync(process.execPath, [join(root, file), argument], { encoding: "utf8", timeout: 10_000 });

    test(`${name} says what it does`, () => {
      const { status, stdout } = run("--help");
      assert.equal(status, 0);
      assert.match(stdout, new RegExp(`^\`npm (?:run )?${name}\`: `));
    });

    test(`${name} rejects an option that it does not know`, () => {
      const { status, stdout, stderr } = run("--nonsense");
      assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
      assert.match(stderr, /--nonsense/);
    });
  }
});
