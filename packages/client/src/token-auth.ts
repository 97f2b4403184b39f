import type { Auth } from "./auth.ts";
import { checkCredential } from "./credential.ts";

/** Gives the token for an attempt; `rejected` is the token that the service has just refused, when there is one. */
export type TokenProvider = (request: {
  readonly rejected?: string;
  readonly signal: AbortSignal;
}) => string | Promise<string>;

function checkToken(value: unknown): string {
  return checkCredential(
    "token",
    value,
    /^[!-~]+$/,
    "has to be the value of X-Subject-Token, a text without any space or line break",
  );
}

/**
 * Authenticates with a user token of IAM (`X-Auth-Token`), which has to be scoped to the project.
 *
 * @param token The token, or a function that gives it. The function is asked for each attempt, so it should keep the
 *   token while it is good; after a 401 it is asked once more, with the refused token, and the request is repeated if
 *   it gives another one.
 * @throws {InputError} when the token is empty, has a line break or other characters that no header may have.
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
