import { InputError } from "./errors.ts";

/** Formats a value for a message: strings quoted and cut after 80 characters. */
export function format(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value.slice(0, 80)) : String(value);
}

/** Throws an {@link InputError} unless the value of a field is valid. */
export function requireInput(isValid: boolean, field: string, value: unknown, expected: string): void {
  if (!isValid) throw new InputError(`${field} is ${format(value)}, but must be ${expected}`, field);
}
