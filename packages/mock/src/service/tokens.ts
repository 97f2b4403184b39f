import { randomId } from "../requests/received-request.ts";
import { documentedError, invalidCredentials } from "./error-response.ts";
import type { ServiceResponse } from "./service-response.ts";

/** The tokens of a service. */
export interface Tokens {
  /** Creates a token. Like those of the service it starts with `MII`, but those have several kilobytes. */
  issue(expiresAt: number): string;
  /** Returns the gateway's error unless the token is valid. */
  check(token: string): ServiceResponse | undefined;
  expire(token: string): void;
}

/** Creates tokens. `accepts` decides about tokens that were not issued here. */
export function createTokens(accepts: (token: string) => boolean, now: () => number): Tokens {
  const expiry = new Map<string, number>();
  return {
    issue(expiresAt) {
      const token = `MII${randomId()}`;
      expiry.set(token, expiresAt);
      return token;
    },
    check(token) {
      const expiresAt = expiry.get(token);
      if (expiresAt !== undefined) return expiresAt > now() ? undefined : documentedError(401);
      return accepts(token) ? undefined : invalidCredentials("decrypt token fail");
    },
    expire: (token) => expiry.set(token, 0),
  };
}
