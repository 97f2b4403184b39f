import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sampleImages } from "@workspace-images/mock";
import { expect, test } from "vitest";

const example = new URL("../examples/list-images.ts", import.meta.url);

test("the example of the README is the file that is compiled and run here", async () => {
  const readme = await readFile(new URL("../../../README.md", import.meta.url), "utf8");
  const [, code] = /```ts\n(.*?)```/s.exec(readme) ?? [];
  expect(code).toBe(await readFile(example, "utf8"));
});

test("the example lists the Windows images of the mock", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(example)]);
  const windows = sampleImages
    .filter(({ os_type }) => os_type === "Windows")
    .map(({ id, name }) => `${id} ${name}`);
  expect(stdout.trim().split("\n").sort()).toEqual(windows.sort());
});
