/** Returns what a value must do, unless it does. */
export type Rule = (value: string) => string | false;

/** Rules by name of a parameter; other parameters are ignored. */
export type ParameterRules = Readonly<Record<string, Rule>>;

/** Allows texts by their number of characters. */
export function text(min: number, max: number): Rule {
  return (value) => {
    const { length } = [...value];
    return (length < min || length > max) && `have ${min} to ${max} characters`;
  };
}

/** Allows integers from 0 on. */
export function integer(max: number): Rule {
  return (value) => !(/^\d+$/.test(value) && +value <= max) && `be an integer from 0 to ${max}`;
}

/** Allows some values only. */
export function oneOf(...values: string[]): Rule {
  return (value) => !values.includes(value) && `be ${values.join(" or ")}`;
}

/** Allows any value but the empty one. */
export function notEmpty(value: string): string | false {
  return !value && "not be empty";
}

/** Returns the first invalid parameter and what it must do, or `undefined` if all are valid. */
export function findInvalid(
  parameters: Iterable<[string, string]>,
  rules: ParameterRules,
): { name: string; requirement: string } | undefined {
  const seen = new Set<string>();
  for (const [name, value] of parameters) {
    if (!Object.hasOwn(rules, name)) continue;
    const requirement = seen.has(name) ? "not be repeated" : rules[name]?.(value);
    if (requirement) return { name, requirement };
    seen.add(name);
  }
  return undefined;
}
