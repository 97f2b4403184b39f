import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const DESCRIPTIONS = ["images", "iam", "mock-control"];
const files = [...DESCRIPTIONS, "shared", "samples"].flatMap((folder) =>
  readdirSync(ROOT + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`),
);

/** Text of a file with its references as absolute paths. */
function resolved(file: string): string {
  const text = readFileSync(file, "utf8");
  if (!file.endsWith(".yaml")) return text;
  return text.replaceAll(
    /\$ref: (\S+)/g,
    (_, path) => `$ref: ${fileURLToPath(new URL(path, `file://${file}`))}`,
  );
}

/** Follows references from a file. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, target = ""] of resolved(file).matchAll(/\$ref: (\S+)/g)) reached(target, seen);
  return seen;
}

test("every file is part of a description", () => {
  const used = DESCRIPTIONS.flatMap((name) => [...reached(`${ROOT}${name}/openapi.yaml`)]);
  expect(files.filter((file) => !used.includes(file))).toEqual([]);
});

test("every file of shared/ is part of both descriptions of the service", () => {
  const both = ["images", "iam"].map((name) => reached(`${ROOT}${name}/openapi.yaml`));
  const shared = files.filter((file) => file.startsWith(`${ROOT}shared/`));
  expect(shared.filter((file) => !both.every((used) => used.has(file)))).toEqual([]);
});

test("no two files say the same", () => {
  const texts = files.map(resolved);
  expect(files.filter((_, index) => texts.indexOf(texts[index] ?? "") !== index)).toEqual([]);
});
