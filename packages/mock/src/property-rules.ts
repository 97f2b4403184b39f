import { MockUsageError } from "./mock-usage-error.ts";
import { own } from "./own.ts";

/** Types, or the value `true`, that each property may have, as in "number or string". */
export type PropertyRules<T = Record<string, unknown>> = { readonly [name in keyof T]-?: string };

/**
 * Throws a `MockUsageError` for an unknown property or a wrong type. A misspelt name that nobody reads would look like
 * a mock that ignores it. No value is shown: it may be a secret.
 */
export function checkProperties(what: string, value: object, rules: PropertyRules): void {
  for (const [name, property] of Object.entries(value)) {
    const rule = own(rules, name);
    if (!rule)
      throw new MockUsageError(`Unknown ${what} "${name}"; known are ${Object.keys(rules).join(", ")}.`);
    const type = property === true || property === null ? `${property}` : typeof property;
    if (property !== undefined && !rule.includes(type)) {
      throw new MockUsageError(`The ${what} "${name}" must be ${rule}, not ${type}.`);
    }
  }
}
