import { InputError } from "./errors.ts";

/** Shows a value in a message, a text in quotation marks and in part. */
export function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value.slice(0, 80)) : String(value);
}

/** Throws unless the value of a field is as it has to be. */
export function demand(isRight: boolean, field: string, value: unknown, right: string): void {
  if (!isRight) throw new InputError(`${field} is ${show(value)}, but has to be ${right}`, field);
}
