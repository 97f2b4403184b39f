/** What is valid for a parameter: some values, an integer in a range, or a text by its number of characters. */
export interface Rule {
  values?: readonly string[];
  range?: readonly [min: number, max: number];
  length?: readonly [min: number, max?: number];
}

/** Rules by name of a parameter; other parameters are ignored. */
export type ParameterRules = Readonly<Record<string, Rule>>;

/** The credentials that may not be empty when they are sent. */
export const credentialRules: ParameterRules = { "x-security-token": { length: [1] } };

/** Returns the first invalid parameter and what it must do, or `undefined` if all are valid. */
export function findInvalid(
  parameters: Iterable<readonly [string, string]>,
  rules: ParameterRules,
): { name: string; requirement: string } | undefined {
  const seen = new Set<string>();
  for (const [name, value] of parameters) {
    if (!Object.hasOwn(rules, name)) continue;
    const requirement = seen.has(name) ? "not be repeated" : missedRequirement(value, rules[name] as Rule);
    if (requirement) return { name, requirement };
    seen.add(name);
  }
  return undefined;
}

/** Returns what a value must do, unless it does. */
function missedRequirement(value: string, { values, range, length = [0] }: Rule): string | false {
  if (values) return !values.includes(value) && `be ${values.join(" or ")}`;
  if (range) {
    const [min, max] = range;
    return !(/^\d+$/.test(value) && +value >= min && +value <= max) && `be an integer from ${min} to ${max}`;
  }
  const [min, max] = length;
  const characters = [...value].length;
  if (max === undefined) return characters < min && "not be empty";
  return (characters < min || characters > max) && `have ${min} to ${max} characters`;
}
