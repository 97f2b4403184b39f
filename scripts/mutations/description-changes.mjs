// Which facts a file of the descriptions has, and how each can be wrong.
import { exampleRules, isInvented, leaves } from "./example-changes.mjs";
import { schemaRules } from "./schema-changes.mjs";
import {
  change,
  eachEntry,
  eachRemoved,
  other,
  otherOrNone,
  remove,
  rename,
  replaced,
  set,
} from "./yaml-change.mjs";

/** @typedef {import("./yaml-change.mjs").Path} Path */
/** @typedef {import("./yaml-change.mjs").Change} Change */
/** @typedef {import("./yaml-change.mjs").Node} Node */
/** @typedef {import("./yaml-change.mjs").Rule} Rule */

const METHODS = { get: "post", post: "get", put: "post", delete: "put" };

/** A mark is left out, or has another month. @type {Rule} */
function* marks(text, at) {
  if (typeof text !== "string") return;
  for (const [index, { 0: mark }] of [...text.matchAll(/\*\*[^*]+\*\*/g)].entries()) {
    let seen = 0;
    const without = text.replaceAll(mark, (found) => (seen++ === 0 ? "" : found)).trimStart();
    yield change("mark", at, `without mark ${index + 1} (${mark})`, replaced(at, without));
  }
  if (/\b20\d\d\)/.test(text))
    yield change("mark", at, "with another year", replaced(at, text.replace(/\b20\d\d\)/, "2019)")));
}

/** @type {Rule} */
function* filter(rule, at) {
  yield remove("filter", at);
  yield set("filter", [...at, "match"], rule.match === "exact" ? "first-words" : "exact");
  yield set("filter", [...at, "field"], rule.field === "name" ? "id" : "name");
}

/** What can be wrong with the value of a key. @type {Readonly<Record<string, Rule>>} */
const RULES = {
  ...schemaRules,
  ...exampleRules,
  description: marks,
  headers: eachEntry("header", (name) => `${name}-X`),
  responses: eachEntry("status", (status) => String(Number(status) + 9)),
  content: (value, at) =>
    Object.keys(value).map((name) => rename("media type", [...at, name], "application/xml")),
  parameters: eachRemoved("parameter"),
  security: eachRemoved("credential"),
  securitySchemes: eachEntry("credential"),
  servers: eachRemoved("server"),
  url: other("server"),
  paths: (value, at) => Object.keys(value).map((path) => rename("path", [...at, path], `${path}x`)),
  operationId: other("path"),
  "x-filter": filter,
  "x-signature-algorithm": otherOrNone("credential"),
  "x-remedy": (_, at) => [remove("remedy", at)],
  "x-codeSamples": eachRemoved("sample"),
  ...Object.fromEntries(
    Object.entries(METHODS).map(([method, to]) => [
      method,
      (_, at) => (at.length === 1 ? [rename("path", at, to)] : []),
    ]),
  ),
};
/** Keys whose entries have names that the description chooses. */
const NAMES = ["properties", "headers", "responses", "content", "examples", "securitySchemes", "paths"];
/** Keys whose values are data. */
const DATA = ["examples", "example", "default", "value", "variables", "x-filter", "x-enumDescriptions"];

/** The facts that are not values of a key of their own. @param {Node} node @param {Path} at @returns {Iterable<Change>} */
function* others(node, at) {
  if (typeof node["in"] === "string" && typeof node["name"] === "string") {
    const kind = node["type"] === "apiKey" ? "credential" : "parameter";
    yield set(kind, [...at, "name"], `${node["name"]}_x`);
    yield set(kind, [...at, "in"], node["in"] === "query" ? "header" : "query");
    if (kind === "parameter" && node["required"] === undefined)
      yield set("required", [...at, "required"], true);
  }
  if (node["properties"] && node["required"] === undefined)
    for (const name of Object.keys(node["properties"])) yield set("required", [...at, "required"], [name]);
  if (node["variables"])
    for (const [name, variable] of Object.entries(node["variables"])) {
      const place = [...at, "variables", name];
      yield* eachRemoved("server")(variable.enum, [...place, "enum"], {});
      yield change(
        "server",
        [...place, "enum"],
        "with xx-north-1",
        replaced([...place, "enum", variable.enum.length], "xx-north-1"),
      );
      yield set("server", [...place, "default"], variable.enum[0]);
    }
}

/**
 * Lists how each fact of a file can be wrong.
 *
 * @param {any} node @param {Path} at
 * @param {boolean} isNames Whether the keys of the node are names that the description chooses.
 * @returns {Generator<Change>}
 */
export function* descriptionChanges(node, at = [], isNames = false) {
  if (node === null || typeof node !== "object") return;
  if (!Array.isArray(node) && !isNames) yield* others(node, at);
  for (const [name, value] of Object.entries(node)) {
    const key = Array.isArray(node) ? Number(name) : name;
    const place = [...at, key];
    if (!isNames && !Array.isArray(node)) {
      if (name === "value") yield* leaves(value, place, isInvented(node));
      yield* RULES[name]?.(value, place, node) ?? [];
      if (DATA.includes(name) && !(name === "examples" && !Array.isArray(value))) continue;
    }
    yield* descriptionChanges(value, place, !isNames && NAMES.includes(name));
  }
}
