import { HttpError } from "../http/http-error.ts";

/** What a request asks of Prism in the header `Prefer` (RFC 7240), such as `code=503, example=iamUnavailable`. */
export interface Preferences {
  /** Status whose example to send. */
  readonly code?: number | undefined;
  /** Name of the example. */
  readonly exampleKey?: string | undefined;
  /** Whether to generate the response from the schema instead. */
  readonly dynamic: boolean;
  /** The same seed generates the same response. */
  readonly seed?: string | undefined;
}

/**
 * Reads the header; undefined if it states no preference for Prism. Unknown preferences are ignored, as RFC 7240 demands;
 * `log` receives a line about each, because it could be misspelt.
 *
 * @throws {HttpError} for an invalid value.
 */
export function readPreferences(
  header: string | null | undefined,
  log: (line: string) => void,
): Preferences | undefined {
  const stated = header?.split(/[,;]/).filter((preference) => preference.trim() !== "") ?? [];
  const given = new Map(
    stated.map((preference) => {
      const [name = "", value = "true"] = preference
        .split("=")
        .map((part) => part.trim().replace(/^"(.*)"$/, "$1"));
      return [name.toLowerCase(), value] as const;
    }),
  );
  const take = (name: string, allowed: RegExp, expected: string): string | undefined => {
    const value = given.get(name);
    given.delete(name);
    if (value === undefined || allowed.test(value)) return value;
    throw new HttpError(400, `Prefer: ${name} must be ${expected}, not "${value}".`);
  };
  const code = take("code", /^\d{3}$/, "a status of three digits");
  const dynamic = take("dynamic", /^(true|false)$/, "true or false");
  const exampleKey = take("example", /./, "the name of an example");
  const seed = take("seed", /./, "a non-empty text");
  for (const unknown of given.keys()) {
    log(`Prefer: ignored the unknown preference "${unknown}". Known: code, example, dynamic, seed.`);
  }
  if ([code, dynamic, exampleKey, seed].every((value) => value === undefined)) return undefined;
  return {
    code: code === undefined ? undefined : Number(code),
    exampleKey,
    dynamic: dynamic === "true",
    seed,
  };
}
