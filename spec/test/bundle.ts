import { readFileSync } from "node:fs";

/** A part of a description; these tests look at it as data. */
export type Node = { readonly [key: string]: Node } & readonly Node[] & { readonly description: string };

/** The descriptions of the package. */
export const NAMES = ["images", "iam", "sts"] as const;
export type Name = (typeof NAMES)[number];

function read(file: string): Node {
  return JSON.parse(readFileSync(new URL(`../dist/${file}`, import.meta.url), "utf8"));
}

/** A bundled description, with references. */
export const readBundle = (name: Name): Node => read(`${name}.json`);

/** A bundled description, with every reference replaced by what it points to. */
export const readDereferenced = (name: Name): Node => read(`${name}.dereferenced.json`);

/** A bundled description in OpenAPI 3.0, with references. */
export const readOpenApi30 = (name: Name): Node => read(`${name}-3.0.json`);

/** Every object of a description with the key that holds it. */
export function* objects(node: unknown, key = ""): Generator<readonly [key: string, node: Node]> {
  if (node === null || typeof node !== "object") return;
  if (!Array.isArray(node)) yield [key, node as Node];
  for (const [name, part] of Object.entries(node)) yield* objects(part, Array.isArray(node) ? key : name);
}
