// Changes of one fact in a YAML file of the descriptions.
import { basename } from "node:path";
import { isMap, isScalar, parseDocument } from "yaml";

/** @typedef {readonly (string | number)[]} Path */
/** @typedef {(document: import("yaml").Document) => void} Edit */
/** @typedef {{ kind: string, what: string, edits: readonly Edit[] }} Change */
/** @typedef {Readonly<Record<string, any>>} Node */
/** Lists how the value of a key can be wrong. @typedef {(value: any, at: Path, owner: Node) => Iterable<Change>} Rule */

/** @param {Path} path @returns {Edit} */
export const removed = (path) => (document) => void document.deleteIn(path);

/** @param {Path} path @param {unknown} value @returns {Edit} */
export const replaced = (path, value) => (document) => document.setIn(path, document.createNode(value));

/** Renames a key and leaves it in its place. @param {Path} path @param {string} name @returns {Edit} */
export const renamed = (path, name) => (document) => {
  const map = document.getIn(path.slice(0, -1), true);
  const items = isMap(map) ? map.items : [];
  const item = items.find(({ key }) => String(isScalar(key) ? key.value : key) === path.at(-1));
  if (!item) throw new Error(`no ${path.join(".")}`);
  item.key = document.createNode(name);
};

/** Applies edits to the text of a file. @param {string} text @param {readonly Edit[]} edits */
export function edited(text, edits) {
  const document = parseDocument(text);
  for (const edit of edits) edit(document);
  return document.toString({ lineWidth: 0 });
}

/** @param {string} kind @param {Path} at @param {string} how @param {readonly Edit[]} edits @returns {Change} */
export const change = (kind, at, how, ...edits) => ({ kind, what: `${at.join(".")} ${how}`, edits });
/** @param {string} kind @param {Path} at @param {unknown} value */
export const set = (kind, at, value) => change(kind, at, `= ${JSON.stringify(value)}`, replaced(at, value));
/** @param {string} kind @param {Path} at */
export const remove = (kind, at) => change(kind, at, "removed", removed(at));
/** @param {string} kind @param {Path} at @param {string} name */
export const rename = (kind, at, name) => change(kind, at, `renamed to ${name}`, renamed(at, name));

/** What an item of a list is called, so that an ID does not depend on its place. @param {any} item @param {number} index */
const nameOf = (item, index) =>
  typeof item === "string"
    ? item
    : item?.["$ref"]
      ? basename(item["$ref"], ".yaml")
      : String(item?.url ?? item?.label ?? index);

/** Each entry of a map, or each item of a list, is left out. @param {string} kind @returns {Rule} */
export const eachRemoved = (kind) =>
  function* (value, at) {
    if (!Array.isArray(value)) for (const key of Object.keys(value)) yield remove(kind, [...at, key]);
    else
      for (const [index, item] of value.entries())
        yield change(kind, [...at, nameOf(item, index)], "removed", removed([...at, index]));
  };
/** Each entry of a map is left out, or has another name. @param {string} kind @param {(name: string) => string} other */
export const eachEntry = (kind, other = (name) => `${name}_x`) =>
  /** @type {Rule} */ (
    function* (value, at) {
      yield* eachRemoved(kind)(value, at, {});
      for (const name of Object.keys(value)) yield rename(kind, [...at, name], other(name));
    }
  );
/** The value is another one. @param {string} kind @returns {Rule} */
export const other = (kind) =>
  function* (value, at) {
    if (typeof value === "object") return;
    yield set(
      kind,
      at,
      typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : `${value}x`,
    );
  };
/** The value is another one, or left out. @param {string} kind @returns {Rule} */
export const otherOrNone = (kind) =>
  function* (value, at, owner) {
    yield* other(kind)(value, at, owner);
    yield remove(kind, at);
  };
