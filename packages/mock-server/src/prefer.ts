/** What a request asks of Prism by its header `Prefer` (RFC 7240), for example `code=503, example=iamUnavailable`. */
export interface Preferences {
  /** Status whose example is wanted. */
  readonly code?: number | undefined;
  /** Name of the example. */
  readonly exampleKey?: string | undefined;
  /** Whether the answer is made up from the schema instead. */
  readonly dynamic: boolean;
  /** Makes a made-up answer the same each time. */
  readonly seed?: string | undefined;
}

/**
 * Reads the header; undefined when there is none.
 *
 * @throws {RangeError} for a preference that Prism does not know, or a value that it cannot have.
 */
export function readPreferences(header: string | null): Preferences | undefined {
  const stated = header?.split(/[,;]/).filter((preference) => preference.trim() !== "") ?? [];
  if (stated.length === 0) return undefined;
  const given = new Map(
    stated.map((preference) => {
      const [name = "", value = "true"] = preference
        .split("=")
        .map((part) => part.trim().replace(/^"(.*)"$/, "$1"));
      return [name.toLowerCase(), value] as const;
    }),
  );
  const take = (name: string, allowed: RegExp, what: string): string | undefined => {
    const value = given.get(name);
    given.delete(name);
    if (value === undefined || allowed.test(value)) return value;
    throw new RangeError(`Prefer: ${name} is "${value}", but has to be ${what}`);
  };
  const code = take("code", /^\d{3}$/, "a status of three digits");
  const dynamic = take("dynamic", /^(true|false)$/, "true or false");
  const exampleKey = take("example", /./, "the name of an example");
  const seed = take("seed", /./, "a text");
  const [unknown] = given.keys();
  if (unknown !== undefined)
    throw new RangeError(`Prefer: "${unknown}" is not one of code, example, dynamic, seed`);
  return {
    code: code === undefined ? undefined : Number(code),
    exampleKey,
    dynamic: dynamic === "true",
    seed,
  };
}
