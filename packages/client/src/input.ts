import { encode } from "./encoding.ts";
import { InputError } from "./errors.ts";
import { queryRules } from "./query-rules.gen.ts";
import { suggest } from "./suggestion.ts";

type Rule =
  | { readonly range: readonly [number, number] }
  | { readonly length: readonly [number, number] }
  | { readonly values: readonly string[] };

const rules: Readonly<Record<string, Rule>> = queryRules;
const names = Object.keys(rules);

function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value.slice(0, 80)) : String(value);
}

/** Says what is allowed, when `value` is not. */
function violated(rule: Rule, value: unknown): string | undefined {
  if ("range" in rule) {
    const [least, most] = rule.range;
    const fits = Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
    return fits ? undefined : `an integer from ${least} to ${most}`;
  }
  if ("values" in rule) {
    return rule.values.includes(value as string) ? undefined : rule.values.map(show).join(" or ");
  }
  const [least, most] = rule.length;
  // Half of a surrogate pair is no character, and has no encoding.
  const fits =
    typeof value === "string" && value.length >= least && value.length <= most && !/\p{Cs}/u.test(value);
  return fits ? undefined : `a text of ${least} to ${most} characters`;
}

/** Serializes the query of a listing in the order in which it is signed; a parameter that is undefined is left out. */
export function serializeQuery(query: object): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(query) as [string, unknown][]) {
    if (value === undefined) continue;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) {
      const hint = suggest(name, names) || ` Known: ${names.join(", ")}`;
      throw new InputError(`Unknown parameter ${show(name)}.${hint}`);
    }
    const allowed = violated(rule, value);
    if (allowed) throw new InputError(`${name} is ${show(value)}, but has to be ${allowed}`);
    pairs.push(`${name}=${encode(String(value))}`);
  }
  return pairs.sort().join("&");
}

/** Throws unless `value` can stand in a path as it is. */
export function checkProjectId(value: unknown): string {
  if (typeof value === "string" && /^(?!\.{1,2}$)[\w.~-]{1,255}$/.test(value)) return value;
  throw new InputError(
    `projectId is ${show(value)}, but has to be 1 to 255 letters, digits or any of - . _ ~ (in practice 32 hexadecimal digits)`,
  );
}
