// How a schema can be wrong.
import {
  change,
  eachEntry,
  eachRemoved,
  other,
  otherOrNone,
  removed,
  renamed,
  replaced,
  set,
} from "./yaml-change.mjs";

/** @typedef {import("./yaml-change.mjs").Rule} Rule */

const OTHER_TYPES = {
  string: "integer",
  integer: "string",
  number: "string",
  boolean: "string",
  array: "object",
};
const BOUNDS = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "minProperties"];

/** @type {Rule} */
function* fields(properties, at, { required = [] }) {
  for (const name of Object.keys(properties)) {
    const place = [...at, name];
    const index = required.indexOf(name);
    const listed = [...at.slice(0, -1), "required", index];
    yield change("field", place, "removed", removed(place), ...(index < 0 ? [] : [removed(listed)]));
    const to = `${name}_x`;
    yield change(
      "field",
      place,
      `renamed to ${to}`,
      renamed(place, to),
      ...(index < 0 ? [] : [replaced(listed, to)]),
    );
  }
}

/** @type {Rule} */
function* types(type, at) {
  const [first, ...others] = [type].flat();
  if (OTHER_TYPES[first])
    yield set("type", at, others.length > 0 ? [OTHER_TYPES[first], ...others] : OTHER_TYPES[first]);
  if (others.includes("null")) yield set("nullability", at, first);
  else if (first !== "object") yield set("nullability", at, [type, "null"].flat());
}

/** @type {Rule} */
function* values(known, at) {
  yield* eachRemoved("enumeration")(known, at, {});
  yield change("enumeration", at, "with other_value", replaced([...at, known.length], "other_value"));
}

/** @type {Rule} */
function* required(names, at, { properties = {} }) {
  if (typeof names === "boolean") yield set("required", at, !names);
  else {
    yield* eachRemoved("required")(names, at, {});
    const optional = Object.keys(properties).filter((name) => !names.includes(name));
    for (const name of optional)
      yield change("required", at, `with ${name}`, replaced([...at, names.length], name));
  }
}

/** By key. @type {Readonly<Record<string, Rule>>} */
export const schemaRules = {
  properties: fields,
  type: types,
  required,
  enum: values,
  "x-extensible-enum": values,
  const: other("enumeration"),
  default: otherOrNone("default"),
  format: otherOrNone("type"),
  items: (value, at) => ("$ref" in value ? [set("type", at, { type: "string" })] : []),
  oneOf: eachRemoved("type"),
  anyOf: eachRemoved("type"),
  allOf: eachRemoved("type"),
  "x-unit": otherOrNone("unit"),
  "x-enumDescriptions": eachEntry("enumeration"),
  ...Object.fromEntries(BOUNDS.map((key) => [key, otherOrNone("bound")])),
};
