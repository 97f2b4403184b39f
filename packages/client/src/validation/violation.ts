import { type Rule, rules } from "../generated/validator.gen.ts";

/** One place where a value does not conform to its description. Contains types, never the value itself. */
export interface Violation {
  /** JSON pointer to the place, such as `/images/0/id`; empty for the whole value. */
  readonly path: string;
  /** What the description requires, such as `string or null`. */
  readonly expected: string;
  /** Type of the value, such as `integer`, or `nothing`. */
  readonly found: string;
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
    // The length of a string is its number of code points, as in JSON Schema.
    const size = typeof value === "number" ? value : [...(value as string | unknown[])].length;
    if (size < min) yield { path, expected: `${expected}, at least ${min}`, found: `${type}, too small` };
    if (size > max) yield { path, expected: `${expected}, at most ${max}`, found: `${type}, too large` };
    if (items)
      for (const [index, item] of (value as unknown[]).entries())
        yield* check(item, items, `${path}/${index}`);
  }
}

/**
 * Finds where a value does not conform to a schema of the description: a missing required property, a wrong type, a
 * value out of range. Unknown properties and new values of open sets conform. Throws nothing.
 *
 * @param schema `ImagePage`, `ImageInfo` or `ErrorBody`.
 */
export function findViolations(schema: keyof typeof rules, value: unknown): Violation[] {
  return [...check(value, rules[schema], "")];
}
