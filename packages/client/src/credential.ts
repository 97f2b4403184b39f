import { InputError } from "./errors.ts";

/** Returns a part of a credential if it fits the pattern, or throws without saying anything of its value. */
export function checkCredential(
  name: string,
  value: unknown,
  pattern: RegExp,
  problem = "is no text, or has a line break or another character that is not allowed",
): string {
  if (typeof value === "string" && pattern.test(value)) return value;
  throw new InputError(`${name} ${value ? problem : "is missing or empty"}`, name);
}
