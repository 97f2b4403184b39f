import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { helpText } from "../src/command/options.ts";
import { createDownstreamProject, type DownstreamProject } from "./downstream-project.ts";

let readme: string;
let project: DownstreamProject;
beforeAll(async () => {
  readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  const packages = ["../../spec", "../mock", ".", "../client"];
  project = await createDownstreamProject(packages, ["vitest", "jest", "typescript", "@types/node"]);
  await project.write("package.json", '{ "private": true, "type": "module" }');
  // The first line of each README example names its file.
  for (const [, name = "", code = ""] of readme.matchAll(/```[jt]s\n\/\/ (\S+)\n(.*?)```/gs)) {
    await project.write(name, code);
  }
});
afterAll(() => project[Symbol.asyncDispose]());

test("the README examples pass in Vitest, with one server for the run", async () => {
  const output = await project.node("node_modules/vitest/vitest.mjs", "run", "vitest.test.ts", "--no-color");
  expect(output).toMatch(/Tests +1 passed/);
});

test("the README examples pass in Jest", async () => {
  const jest = ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js"];
  expect(await project.node(...jest, "jest.test.js")).toMatch(/Tests: +1 passed, 1 total/);
});

test("the README examples pass in node:test", async () => {
  expect(await project.node("--test", "--test-reporter=tap", "node.test.ts")).toMatch(/^# pass 1$/m);
});

test("the README examples compile", async () => {
  const options = { strict: true, noEmit: true, module: "nodenext", target: "es2023", types: ["node"] };
  const compilerOptions = { ...options, lib: ["es2023", "esnext.disposable"], skipLibCheck: true };
  const include = ["vitest.config.ts", "vitest.test.ts", "node.test.ts"];
  await project.write("tsconfig.json", JSON.stringify({ compilerOptions, include }));
  expect(await project.node("node_modules/typescript/bin/tsc")).toBe("");
});

test("the README shows the help text of the command", () => {
  expect(readme).toContain(`\`\`\`text\n${helpText()}\`\`\``);
});
