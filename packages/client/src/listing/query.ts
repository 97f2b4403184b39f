import { encode } from "../auth/encoding.ts";
import { InputError } from "../errors/errors.ts";
import { format, requireInput } from "../errors/requirement.ts";
import { queryRules } from "../generated/query-rules.gen.ts";

type Rule =
  | { readonly range: readonly [number, number] }
  | { readonly length: readonly [number, number] }
  | { readonly values: readonly string[] };

const rules: Readonly<Record<string, Rule>> = queryRules;

/** @throws {InputError} when the value of a parameter or option is invalid. */
export function checkParameter(name: string, value: unknown, rule: Rule): void {
  if ("values" in rule) {
    requireInput(rule.values.includes(value as string), name, value, rule.values.map(format).join(" or "));
    return;
  }
  const isText = "length" in rule;
  const [min, max] = isText ? rule.length : rule.range;
  // Half of a surrogate pair is not a character and cannot be encoded.
  const isType = isText
    ? typeof value === "string" && !/\p{Cs}/u.test(value)
    : Number.isInteger(value) || value === max; // The maximum may be infinite.
  const size = isText ? String(value).length : Number(value);
  const integer = `an integer ${max === Number.POSITIVE_INFINITY ? `of ${min} or more` : `from ${min} to ${max}`}`;
  const expected = isText ? `a string of ${min} to ${max} characters` : integer;
  requireInput(isType && size >= min && size <= max, name, value, expected);
}

/**
 * Checks the query of a listing, and serializes it in the order in which it is signed, without undefined parameters.
 *
 * @throws {InputError} when a parameter is unknown or its value is invalid.
 */
export function serializeQuery(query: object): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(query) as [string, unknown][]) {
    if (value === undefined) continue;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) {
      const known = Object.keys(rules).join(", ");
      throw new InputError(`Unknown parameter ${format(name)}. Known names: ${known}`, name);
    }
    checkParameter(name, value, rule);
    pairs.push(`${name}=${encode(String(value))}`);
  }
  return pairs.sort().join("&");
}
