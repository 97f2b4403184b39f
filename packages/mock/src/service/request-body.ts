/** Reads the body of a request; `undefined` if it is not JSON, or `pick` finds something else than it needs. */
export function readBody<T>(body: string, pick: (json: ReturnType<typeof JSON.parse>) => T): T | undefined {
  try {
    return pick(JSON.parse(body));
  } catch {
    return undefined;
  }
}

/** Returns a non-empty text; throws for anything else. */
export function text(value: unknown): string {
  if (value && typeof value === "string") return value;
  throw new TypeError();
}

/** Returns a list that contains a text; throws for anything else. */
export function listed(values: string[], required: string): string[] {
  // `flat` throws unless this is an array; a string has `includes`, too.
  if (values.flat().includes(required)) return values;
  throw new TypeError();
}
