// How an example can be wrong.
import { change, eachRemoved, remove, replaced, set } from "./yaml-change.mjs";

/** @typedef {import("./yaml-change.mjs").Path} Path */
/** @typedef {import("./yaml-change.mjs").Change} Change */
/** @typedef {import("./yaml-change.mjs").Node} Node */
/** @typedef {import("./yaml-change.mjs").Rule} Rule */

/** @param {unknown} value */
const ofOtherType = (value) => (typeof value === "string" ? 1 : typeof value === "object" ? "x" : [value]);

/** The examples of a body or a parameter have names; those of a schema are a list. @type {Rule} */
function* examples(all, at) {
  if (Array.isArray(all)) return yield set("example", [...at, 0], ofOtherType(all[0]));
  yield* eachRemoved("example")(all, at, {});
  const [first, ...others] = Object.entries(all);
  if (first && others.length > 0)
    yield change("example", at, "in another order", replaced(at, Object.fromEntries([...others, first])));
}

/** By key. @type {Readonly<Record<string, Rule>>} */
export const exampleRules = {
  examples,
  example: (value, at) => [set("example", at, ofOtherType(value)), remove("example", at)],
};

/**
 * Each leaf of the value of an example is left out or says something else, if a source has it. What is invented is no
 * fact, so it only gets another type.
 *
 * @param {any} value @param {Path} at @param {boolean} isInvented @returns {Generator<Change>}
 */
export function* leaves(value, at, isInvented) {
  if (value === null || typeof value !== "object") {
    const text = typeof value === "number" ? value + 1 : value === null ? "x" : `${value}x`;
    yield set("example", at, isInvented ? ofOtherType(value) : text);
    if (!isInvented && typeof at.at(-1) === "string") yield remove("example", at);
  } else
    for (const [key, part] of Object.entries(value))
      yield* leaves(part, [...at, Array.isArray(value) ? Number(key) : key], isInvented);
}

/** Whether the value of an example is not that of a source. @param {Node} example */
export const isInvented = ({ summary, description, ...example }) =>
  !("x-remedy" in example) &&
  !/as published|documented request|on the documentation page/i.test(`${summary} ${description}`);
