import { encode } from "./encoding.ts";
import { InputError } from "./errors.ts";
import { queryRules } from "./query-rules.gen.ts";
import { demand, show } from "./requirement.ts";
import { suggest } from "./suggestion.ts";

type Rule =
  | { readonly range: readonly [number, number] }
  | { readonly length: readonly [number, number] }
  | { readonly values: readonly string[] };

const rules: Readonly<Record<string, Rule>> = queryRules;
const names = Object.keys(rules);

function check(name: string, value: unknown, rule: Rule): void {
  if ("values" in rule) {
    demand(rule.values.includes(value as string), name, value, rule.values.map(show).join(" or "));
    return;
  }
  const isText = "length" in rule;
  const [least, most] = isText ? rule.length : rule.range;
  // Half of a surrogate pair is no character, and has no encoding.
  const fits = isText ? typeof value === "string" && !/\p{Cs}/u.test(value) : Number.isInteger(value);
  const size = isText ? String(value).length : Number(value);
  const right = isText ? `a text of ${least} to ${most} characters` : `an integer from ${least} to ${most}`;
  demand(fits && size >= least && size <= most, name, value, right);
}

/** Serializes the query of a listing in the order in which it is signed; a parameter that is undefined is left out. */
export function serializeQuery(query: object): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(query) as [string, unknown][]) {
    if (value === undefined) continue;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) {
      const hint = suggest(name, names) || ` Known: ${names.join(", ")}`;
      throw new InputError(`Unknown parameter ${show(name)}.${hint}`, name);
    }
    check(name, value, rule);
    pairs.push(`${name}=${encode(String(value))}`);
  }
  return pairs.sort().join("&");
}

/** Throws unless `value` can stand in a path as it is. */
export function checkProjectId(value: unknown): string {
  demand(
    typeof value === "string" && /^(?!\.{1,2}$)[\w.~-]{1,255}$/.test(value),
    "projectId",
    value,
    "1 to 255 letters, digits or any of - . _ ~ (in practice 32 hexadecimal digits)",
  );
  return value as string;
}
