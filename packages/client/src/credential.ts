import { InputError } from "./errors.ts";

/** Returns a part of a credential if it fits the pattern, or throws without saying anything of its value. */
export function checkCredential(name: string, value: unknown, pattern: RegExp, problem: string): string {
  if (typeof value === "string" && pattern.test(value)) return value;
  throw new InputError(`${name} ${value ? problem : "is empty"}`, name);
}
