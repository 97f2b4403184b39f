import { MockUsageError } from "./mock-usage-error.ts";

/** The types allowed for each property, such as "number or string"; "true" allows that value alone. */
export type PropertyRules<T = Record<string, unknown>> = { readonly [name in keyof T]-?: string };

/**
 * Throws a `MockUsageError` for an unknown property or one of the wrong type: a misspelt name would be ignored without
 * notice. The message does not contain the value, which may be a secret.
 */
export function checkProperties(what: string, value: object, rules: PropertyRules): void {
  for (const [name, property] of Object.entries(value)) {
    // An inherited property, such as `toString`, is no rule.
    if (!Object.hasOwn(rules, name)) {
      throw new MockUsageError(`Unknown ${what} "${name}". Use one of: ${Object.keys(rules).join(", ")}.`);
    }
    const type = property === true || property === null ? `${property}` : typeof property;
    if (property !== undefined && !rules[name]?.includes(type)) {
      throw new MockUsageError(`The ${what} "${name}" must be of type ${rules[name]}, not ${type}.`);
    }
  }
}
