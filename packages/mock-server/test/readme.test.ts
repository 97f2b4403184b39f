import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { examples } from "./description.ts";

const example = new URL("../examples/list-images.ts", import.meta.url);

interface Ordinary {
  readonly images: readonly { readonly id: string; readonly name: string }[];
}

test("the example of the README is the file that is compiled and run here", async () => {
  const readme = await readFile(new URL("../../../README.md", import.meta.url), "utf8");
  const [, code] = /```ts\n(.*?)```/s.exec(readme) ?? [];
  expect(code).toBe(await readFile(example, "utf8"));
});

test("the example lists the images of the ordinary page", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(example)]);
  const ordinary = examples.find(({ name }) => name === "ordinary")?.value as Ordinary | undefined;
  expect(stdout).toBe(ordinary?.images.map(({ id, name }) => `${id} ${name}\n`).join(""));
});
