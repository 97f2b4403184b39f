import { InputError } from "../errors/errors.ts";

/** Returns a part of a credential if it fits the pattern; the error shows nothing of its value. */
export function checkCredential(name: string, value: unknown, pattern: RegExp, expected: string): string {
  if (typeof value === "string" && pattern.test(value)) return value;
  throw new InputError(`${name} ${value ? `must be ${expected}` : "is missing or empty"}`, name);
}
