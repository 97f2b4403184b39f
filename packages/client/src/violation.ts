import { rules } from "./validator.gen.ts";

/** One place at which a value differs from its description. Holds types, never the value itself. */
export interface Violation {
  /** JSON pointer to the place, such as `/images/0/id`; empty for the value as a whole. */
  readonly path: string;
  /** What the description asks for, such as `string or null`. */
  readonly expected: string;
  /** Type of what is there, such as `integer`, or `nothing`. */
  readonly found: string;
}

/** What a value may be. Properties that are not named, and values of open sets, are free. */
export interface Rule {
  readonly types: readonly string[];
  /** Least number, length of a text in characters, or length of an array. */
  readonly min?: number;
  readonly max?: number;
  readonly items?: Rule;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Rule>>;
}

function typeOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function* check(value: unknown, rule: Rule, path: string): Generator<Violation, void, undefined> {
  const {
    types,
    min = Number.NEGATIVE_INFINITY,
    max = Number.POSITIVE_INFINITY,
    items,
    required = [],
    properties = {},
  } = rule;
  const type = typeOf(value);
  const expected = types.join(" or ");
  if (!types.includes(type)) {
    yield { path, expected, found: type };
  } else if (type === "object") {
    const fields = value as Readonly<Record<string, unknown>>;
    for (const [name, property] of Object.entries(properties)) {
      const field = fields[name];
      if (field !== undefined || required.includes(name)) yield* check(field, property, `${path}/${name}`);
    }
  } else if (type !== "null" && type !== "boolean") {
    // A text counts by code points, as it does in JSON Schema.
    const size = typeof value === "number" ? value : [...(value as string | unknown[])].length;
    if (size < min) yield { path, expected: `${expected}, at least ${min}`, found: `${type}, too small` };
    if (size > max) yield { path, expected: `${expected}, at most ${max}`, found: `${type}, too large` };
    if (items)
      for (const [index, item] of (value as unknown[]).entries())
        yield* check(item, items, `${path}/${index}`);
  }
}

/**
 * Finds where a value differs from a schema of the description: a required property is missing, a type is wrong, a
 * bound is broken. Unknown properties and new values of open sets are as they should be. Throws nothing.
 *
 * @param schema `ImagePage`, `ImageInfo` or `ErrorBody`.
 */
export function findViolations(schema: keyof typeof rules, value: unknown): Violation[] {
  return [...check(value, rules[schema], "")];
}
