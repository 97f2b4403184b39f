import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sampleImages } from "@workspace-images/mock";
import { expect, test } from "vitest";

const example = new URL("../examples/list-images.ts", import.meta.url);

test("the README of the repository shows the example that is run here", async () => {
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

test("the first example of the client README lists the images of the mock", async () => {
  const readme = await readFile(new URL("../../client/README.md", import.meta.url), "utf8");
  const [, code = ""] = /```ts\n(.*?)```/s.exec(readme) ?? [];
  const folder = await mkdtemp(fileURLToPath(new URL("../dist/example-", import.meta.url)));
  const file = `${folder}/example.ts`;
  await writeFile(file, code);
  const preload = fileURLToPath(new URL("./mocked-fetch.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", preload, file]);
  await rm(folder, { recursive: true });
  const gold = sampleImages.filter(({ image_type }) => image_type === "gold");
  const windows = sampleImages.filter(({ os_type }) => os_type === "Windows");
  expect(stdout.trim().split("\n")).toHaveLength(1 + gold.length + 1);
  expect(stdout.startsWith(`${windows.length}\n`)).toBe(true);
  expect(stdout.endsWith(`\n${sampleImages.length}\n`)).toBe(true);
});
