import type { Auth } from "./auth.ts";
import { checkCredential } from "./credential-check.ts";

/** Returns the token for an attempt; `rejected` is the token that the service has just rejected, if any. */
export type TokenProvider = (request: {
  readonly rejected?: string;
  readonly signal: AbortSignal;
}) => string | Promise<string>;

function checkToken(value: unknown): string {
  return checkCredential(
    "token",
    value,
    /^[!-~]+$/,
    "the value of X-Subject-Token, a string without spaces or line breaks",
  );
}

/**
 * Authenticates with a user token of IAM (`X-Auth-Token`), which must be scoped to the project.
 *
 * @param token The token, or a function that returns it. The function is called for each attempt, so it should cache
 *   the token while it is valid. After a 401 it is called once more, with the rejected token; if it returns another
 *   one, the request is replayed.
 * @throws {InputError} when the token is empty or contains characters that are not allowed in a header.
 */
export function tokenAuth(token: string | TokenProvider): Auth {
  if (typeof token !== "function") {
    const value = checkToken(token);
    return { apply: ({ headers }) => headers.set("X-Auth-Token", value) };
  }
  return {
    async apply({ headers }, { signal }) {
      headers.set("X-Auth-Token", checkToken(await token({ signal })));
    },
    async refresh(_response, { headers }, { signal }) {
      const rejected = headers.get("X-Auth-Token") ?? "";
      return checkToken(await token({ rejected, signal })) !== rejected;
    },
  };
}
