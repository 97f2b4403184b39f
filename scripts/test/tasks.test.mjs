import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, test } from "node:test";
import { root } from "../run.mjs";

const modules = join(root, "node_modules");
/** The native compiler, which lists the files of every package in a fraction of the time. */
const compiler = join(root, "packages/mock/node_modules/typescript-7/bin/tsc");
const node = (/** @type {string[]} */ args, cwd = root) =>
  execFileSync(process.execPath, args, { cwd, encoding: "utf8", maxBuffer: 2 ** 26 });

const names = ["lint", "check", "build", "test", "test:scripts", "check:api", "check:package", "budgets"];
const plan = node([join(modules, "turbo/bin/turbo"), "run", ...names, "--dry=json"]);
/** The tasks of all packages, with the files whose change turbo notices, as paths from the root. */
const tasks = JSON.parse(plan)
  .tasks.filter(({ command }) => command !== "<NONEXISTENT>")
  .map(({ taskId, directory, inputs }) => ({
    name: taskId.replace("@workspace-images/", ""),
    directory,
    files: new Set(Object.keys(inputs).map((file) => join(directory, file).replaceAll(sep, "/"))),
  }));

describe("each file that the compiler reads is an input of", () => {
  for (const { name, directory, files } of tasks.filter(({ name }) => name.endsWith("#check"))) {
    test(name, () => {
      const folder = join(root, name === "//#check" ? "scripts" : directory);
      const read = node([compiler, "--noEmit", "--listFilesOnly"], folder)
        .trim()
        .split("\n")
        .map((file) => relative(root, file).replaceAll(sep, "/"))
        // Changes of these arrive by way of the lock file and of the builds of other packages.
        .filter((file) => !/(?:^|\/)(?:node_modules|dist)\/|^spec\/(?:facts|index)\.d\.ts$/.test(file));
      assert.deepEqual(
        read.filter((file) => !files.has(file)),
        [],
      );
    });
  }
});

describe("a change is noticed by what reads it, and by nothing else:", () => {
  const readers = {
    "packages/bench/README.md": ["//#test:scripts"],
    "packages/bench/src/budgets.json": ["//#lint", "bench#budgets", "bench#check", "docs#build"],
    "packages/client/FAULTS.md": ["client#check:package", "client#test", "docs#build"],
    "packages/client/api/index.api.md": ["client#check:api"],
    "packages/client/scripts/generate.ts": ["//#lint", "client#check", "client#lint", "client#test"],
    "packages/docs/test/browser.ts": ["//#check", "//#lint", "bench#check", "docs#check", "docs#test"],
    "packages/mock/README.md": ["//#test:scripts", "docs#build", "mock#check:package", "mock#test"],
    "packages/mock/vitest.config.ts": ["//#lint", "mock#check", "mock#test"],
    "spec/documented/list-images.yaml": ["spec#test"],
    "CONTRIBUTING.md": ["//#test:scripts"],
    "README.md": ["//#test:scripts", "mock-server#test"],
    "scripts/generated-files.mjs": [
      "//#check",
      "//#lint",
      "//#test:scripts",
      "cli#check",
      "cli#lint",
      "client#check",
      "client#lint",
      "mock#check",
      "mock#lint",
    ],
    "scripts/dev.mjs": ["//#check", "//#lint", "//#test:scripts"],
  };
  for (const [file, expected] of Object.entries(readers)) {
    test(file, () => {
      assert.ok(readFileSync(join(root, file)).length > 0);
      const found = tasks.filter(({ files }) => files.has(file)).map(({ name }) => name);
      assert.deepEqual(found.sort(), expected);
    });
  }
});
