import { tokenExpired } from "../generated/described-errors.gen.ts";
import { randomId } from "../requests/received-request.ts";
import { credentialsError } from "./error-response.ts";
import type { ServiceResponse } from "./service-response.ts";

/** The tokens of a service. */
export interface Tokens {
  /** Creates a token. Like those of the service it starts with `MII`, but those have several kilobytes. */
  issue(expiresAt: number): string;
  /** Tells whether a token was issued here. */
  has(token: string): boolean;
  /** Returns the gateway's error unless the token is valid at that time. */
  check(token: string, time: number): ServiceResponse | undefined;
  expire(token: string): void;
}

const maxExpired = 1000;

/**
 * Creates tokens. `accepts` decides about tokens that were not issued here. An issued token contains its expiry, so that
 * no memory of it is needed.
 */
export function createTokens(accepts: (token: string) => boolean): Tokens {
  const prefix = `MII${randomId()}`;
  const expired = new Set<string>();
  const has = (token: string) => token.startsWith(prefix);
  return {
    has,
    issue: (expiresAt) => `${prefix}${randomId()}.${expiresAt}`,
    check(token, time) {
      const isIssued = has(token);
      const isExpired = expired.has(token) || (isIssued && !(Number(token.split(".")[1]) > time));
      if (isExpired) return tokenExpired;
      return isIssued || accepts(token) ? undefined : credentialsError("decrypt token fail");
    },
    expire(token) {
      expired.add(token);
      const [oldest = ""] = expired;
      if (expired.size > maxExpired) expired.delete(oldest);
    },
  };
}
