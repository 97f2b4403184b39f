import assert from "node:assert/strict";
import { test } from "node:test";
import { versionOf } from "../language.mjs";

const print = (/** @type {string} */ text) => ["--eval", `process.stdout.write(${JSON.stringify(text)})`];

test("the version of a command is the first number that it prints", async () => {
  assert.equal(await versionOf("node", ...print("go version go1.26.8 linux/amd64")), "1.26.8");
});

test("the version of Maven is that of Java", async () => {
  const printed = "Apache Maven 3.8.7\nMaven home: /usr/share/maven\nJava version: 17.0.15, vendor: Debian";
  assert.equal(await versionOf("node", ...print(printed)), "17.0.15");
});

test("a command that the machine does not have, or that fails, has no version", async () => {
  assert.equal(await versionOf("no-such-command"), undefined);
  assert.equal(await versionOf("node", "--eval", "process.exit(1)"), undefined);
});
