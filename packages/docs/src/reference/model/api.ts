import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Description } from "./description.ts";

/** A description of `@workspace-images/spec` in which every reference is replaced by what it points to. */
export interface Api {
  /** Name of its files, such as `mock-control`. */
  readonly name: string;
  /** Title of its pages, such as `Mock control API`. */
  readonly title: string;
  readonly description: Description;
  /** Names of its bundles without extensions: in OpenAPI 3.1, and in 3.0 if there is one. */
  readonly bundles: readonly string[];
  /** Path of the JSON file. */
  readonly file: string;
}

const EXPORT = /^\.\/(.+)\.dereferenced\.json$/;

/** The descriptions that the package has, in its order. */
export const apis: readonly Api[] = readApis();

function readApis(): readonly Api[] {
  const { resolve } = createRequire(`${process.cwd()}/package.json`);
  const { exports } = readJson<{ exports: object }>(resolve("@workspace-images/spec/package.json"));
  return Object.keys(exports).flatMap((path) => {
    const [, name] = EXPORT.exec(path) ?? [];
    if (!name) return [];
    const file = resolve(`@workspace-images/spec/${name}.dereferenced.json`);
    const bundles = [name, `${name}-3.0`].filter((bundle) => `./${bundle}.yaml` in exports);
    return [{ name, title: titleOf(name), file, bundles, description: readJson<Description>(file) }];
  });
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Abbreviations, such as `iam`, have up to three letters. */
function titleOf(name: string): string {
  const words = name.length > 3 ? name.charAt(0).toUpperCase() + name.slice(1) : name.toUpperCase();
  return `${words.replaceAll("-", " ")} API`;
}
