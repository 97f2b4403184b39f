import { readFileSync } from "node:fs";

/** A part of a description; these tests look at it as data. */
export type Node = { readonly [key: string]: Node } & readonly Node[] & { readonly description: string };

/** The bundled description, with every `$ref` replaced by what it points to. */
export function readBundle(name: "images" | "iam"): Node {
  const bundle = JSON.parse(readFileSync(new URL(`../dist/${name}.json`, import.meta.url), "utf8"));
  const resolve = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(resolve);
    if (typeof node !== "object" || node === null) return node;
    if ("$ref" in node) {
      const path = String(node.$ref).slice(2).split("/");
      const target = path.reduce(
        (found, key) => found[key.replaceAll("~1", "/").replaceAll("~0", "~")],
        bundle,
      );
      return resolve(target);
    }
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolve(value)]));
  };
  return resolve(bundle) as Node;
}
