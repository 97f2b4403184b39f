import { InputError } from "../errors/errors.ts";

/** Returns a part of a credential if it fits the pattern; the error shows nothing of its value. */
export function checkCredential(name: string, value: unknown, pattern: RegExp, expected: string): string {
  if (typeof value === "string" && pattern.test(value)) return value;
  throw new InputError(`${name} ${value ? `must be ${expected}` : "is missing or empty"}`, name);
}

/** Returns whether a value is in quotation marks, as env files and shells may leave it. */
export function isQuoted(value: string): boolean {
  return /^(["']).*\1$/s.test(value);
}

/** Checks a token or a part of a key like {@link checkCredential}. These never are in quotation marks. */
export function checkSecret(name: string, value: unknown, pattern: RegExp, expected: string): string {
  const secret = checkCredential(name, value, pattern, expected);
  if (isQuoted(secret)) throw new InputError(`${name} is in quotation marks. Remove them`, name);
  return secret;
}
