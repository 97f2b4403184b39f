import { type Answer, documentedError, wrongCredentials } from "./answer.ts";
import { randomId } from "./received-request.ts";

/** Tokens that are good, were good or were never good. */
export interface Tokens {
  /** Makes a token; tokens of the service start with `MII` too, but are several kilobytes long. */
  issue(expiresAt: number): string;
  /** Refuses a token that is not good, as the gateway does. */
  check(token: string): Answer | undefined;
  expire(token: string): void;
}

/** Creates tokens; those that it has not issued are good when `accepts` says so. */
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
      return accepts(token) ? undefined : wrongCredentials("decrypt token fail");
    },
    expire: (token) => expiry.set(token, 0),
  };
}
