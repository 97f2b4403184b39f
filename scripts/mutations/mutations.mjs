// The mutations: each is one fact that is wrong, in a file of the descriptions or in what is generated from them.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { parse } from "yaml";
import { codeChanges } from "./code-changes.mjs";
import { descriptionChanges } from "./description-changes.mjs";
import { pageChanges } from "./page-changes.mjs";
import { sampleChanges } from "./sample-changes.mjs";
import { edited } from "./yaml-change.mjs";

/** @typedef {{ kind: string, what: string, edit: (text: string) => string }} Change */
/** @typedef {{ id: string, kind: string, file: string, edit: (text: string) => string }} Mutation */

/** @param {string} _file @param {string} text @returns {Iterable<Change>} */
const yamlChanges = (_file, text) =>
  [...descriptionChanges(parse(text))].map(({ edits, ...change }) => ({
    ...change,
    edit: (current) => edited(current, edits),
  }));

/** Kinds that have one rule for all their facts, so that a third of the mutations is enough. */
const UNIFORM = ["media type", "path", "remedy", "sample", "unit"];
/** Kinds of changes of data; the rest of the file is fixed. */
const DATA = ["entry", "value"];

/**
 * Files with facts: the folder or file, how they can be wrong, and how many mutations are made of each kind, because all of
 * them would take hours. In the descriptions the kind of a mutation is that of its fact, and a folder is one; elsewhere
 * `each` is for a file.
 *
 * @type {readonly { kind?: string, path: string, changes: (file: string, text: string) => Iterable<Change>, only?: readonly string[], name?: RegExp, each: number }[]}
 */
const SUBJECTS = [
  { path: "spec/shared", changes: yamlChanges, each: 1 },
  { path: "spec/iam", changes: yamlChanges, each: 1 },
  { path: "spec/images", changes: yamlChanges, each: 3 },
  { kind: "facts", path: "spec/dist/facts.json", changes: codeChanges, each: 4 },
  { kind: "JSON Schemas", path: "spec/dist/image.schema.json", changes: codeChanges, each: 1 },
  { kind: "JSON Schemas", path: "spec/dist/image-page.schema.json", changes: codeChanges, each: 1 },
  { kind: "types", path: "spec/dist/images.d.ts", changes: codeChanges, each: 3 },
  { kind: "types", path: "spec/dist/iam.d.ts", changes: codeChanges, each: 2 },
  { kind: "types", path: "packages/mock/src/generated/mock-image.gen.ts", changes: codeChanges, each: 2 },
  {
    kind: "input rules",
    path: "packages/client/src/generated/query-rules.gen.ts",
    changes: codeChanges,
    each: 4,
  },
  {
    kind: "validator",
    path: "packages/client/src/generated/validator.gen.ts",
    changes: codeChanges,
    only: DATA,
    each: 4,
  },
  {
    kind: "rules of the mock",
    path: "packages/mock/src/generated",
    name: /errors|rules/,
    changes: codeChanges,
    only: DATA,
    each: 2,
  },
  {
    kind: "options of the command",
    path: "packages/cli/src/generated",
    changes: codeChanges,
    only: DATA,
    each: 2,
  },
  { kind: "samples", path: "spec/samples", changes: sampleChanges, each: 1 },
  {
    kind: "pages",
    path: "packages/docs/dist/reference",
    name: /operations.*\.(?:html|md)$/,
    changes: pageChanges,
    each: 1,
  },
  {
    kind: "pages",
    path: "packages/docs/dist/guides",
    // The tables of the other guides are written by hand.
    name: /errors\.html$/,
    changes: pageChanges,
    each: 2,
  },
];

/** The files of a folder in a fixed order, or the file itself. @param {string} root @param {string} path */
function filesOf(root, path) {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length)
        .replace(/^[\\/]/, "")
        .replaceAll(sep, "/"),
    )
    .sort();
}

const hashOf = (/** @type {string} */ text) => createHash("sha256").update(text).digest("hex");

/** Takes some mutations, always the same, and as few others as possible when facts are added. @param {readonly Mutation[]} all @param {number} count */
export const sampleOf = (all, count) =>
  all.toSorted((one, other) => (hashOf(one.id) < hashOf(other.id) ? -1 : 1)).slice(0, count);

/** Lists the mutations of the repository in a folder, of which a build exists. @param {string} root @returns {readonly Mutation[]} */
export function listMutations(root) {
  return SUBJECTS.flatMap(({ kind, path, name = /./, only, changes, each }) => {
    /** @type {Map<string, Mutation[]>} */
    const byKind = new Map();
    const ids = new Map();
    for (const file of filesOf(root, path).filter((one) => name.test(one))) {
      for (const { kind: own, what, edit } of changes(file, readFileSync(join(root, file), "utf8"))) {
        if (only && !only.includes(own)) continue;
        const id = `${file}: ${what}`;
        const count = (ids.get(id) ?? 0) + 1;
        ids.set(id, count);
        const key = kind ? `${file} ${own}` : own;
        const group = byKind.get(key) ?? [];
        group.push({ id: count > 1 ? `${id} (${count})` : id, kind: kind ?? own, file, edit });
        byKind.set(key, group);
      }
    }
    return [...byKind].flatMap(([key, group]) =>
      sampleOf(group, UNIFORM.includes(key) ? Math.ceil(each / 3) : each),
    );
  });
}
