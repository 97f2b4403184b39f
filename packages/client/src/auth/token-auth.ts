import { share } from "../async/share.ts";
import type { Auth } from "./auth.ts";
import { checkSecret } from "./credential-check.ts";
import { createPause } from "./pause.ts";

/** Returns the token for an attempt; `rejected` is the token that the service has just rejected, if any. */
export type TokenProvider = (request: {
  readonly rejected?: string;
  readonly signal: AbortSignal;
}) => string | Promise<string>;

function checkToken(value: unknown): string {
  return checkSecret(
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
 *   the token while it is valid. After a 401 it is called once more for all calls that used the rejected token; if it
 *   returns another one, the requests are replayed. If that one is rejected, too, it is not called with a rejected token
 *   for at least a minute. A function that does not settle ends with the time-out of the attempt.
 * @throws {InputError} when the token is empty, in quotation marks or contains characters that are not allowed in a
 *   header.
 */
export function tokenAuth(token: string | TokenProvider): Auth {
  if (typeof token !== "function") {
    const value = checkToken(token);
    return { apply: ({ headers }) => headers.set("X-Auth-Token", value) };
  }
  const pause = createPause();
  let rejected = "";
  let renewed: string | undefined;
  const renew = share(async (signal) => {
    renewed = checkToken(await token({ rejected, signal }));
  });
  return {
    async apply({ headers }, { signal }) {
      headers.set("X-Auth-Token", checkToken(await token({ signal })));
    },
    async refresh(_response, { headers }, { signal, timeout }) {
      const used = headers.get("X-Auth-Token") ?? "";
      if (used !== rejected || renewed === used) {
        if (!pause.begin()) return false;
        rejected = used;
        renewed = undefined;
      }
      if (!renewed) await renew(signal, timeout);
      return renewed !== used;
    },
  };
}
