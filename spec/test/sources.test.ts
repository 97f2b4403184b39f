import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { expect, test } from "vitest";

const ROOT = dirname(import.meta.dirname);
const DESCRIPTIONS = ["images", "iam", "sts", "mock-control"];
const files = [...DESCRIPTIONS, "shared", "samples"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)),
);

/** Text of a file with its references as absolute paths. */
function resolved(file: string): string {
  const text = readFileSync(file, "utf8");
  if (!file.endsWith(".yaml")) return text;
  return text.replaceAll(/\$ref: (\S+)/g, (_, path) => `$ref: ${resolve(dirname(file), path)}`);
}

/** Follows references from a file. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, target = ""] of resolved(file).matchAll(/\$ref: (.+)/g)) reached(target, seen);
  return seen;
}

test("every file is part of a description", () => {
  const used = DESCRIPTIONS.flatMap((name) => [...reached(join(ROOT, name, "openapi.yaml"))]);
  expect(files.filter((file) => !used.includes(file))).toEqual([]);
});

test("every file of shared/ is part of the descriptions of the images and of IAM", () => {
  const both = ["images", "iam"].map((name) => reached(join(ROOT, name, "openapi.yaml")));
  const shared = files.filter((file) => file.startsWith(join(ROOT, "shared") + sep));
  expect(shared).not.toEqual([]);
  expect(shared.filter((file) => !both.every((used) => used.has(file)))).toEqual([]);
});

test("no two files say the same", () => {
  const texts = files.map((file) => resolved(file));
  expect(files.filter((_, index) => texts.indexOf(texts[index] ?? "") !== index)).toEqual([]);
});
