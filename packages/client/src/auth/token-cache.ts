import { share } from "../async/share.ts";
import type { AuthContext } from "./auth.ts";
import { createPause } from "./pause.ts";

/** A newly issued token. */
export interface IssuedToken {
  readonly value: string;
  /** Milliseconds, counted from the request for the token, so that the clock of this machine does not matter. */
  readonly lifetime: number;
}

/** Keeps a token for as long as it is valid. */
export interface TokenCache {
  /** Calls `create` when a token is needed and none is on its way yet. */
  get(
    create: (signal: AbortSignal) => Promise<IssuedToken>,
    context: Pick<AuthContext, "signal" | "timeout">,
  ): Promise<string>;
  /**
   * Forgets the rejected token, unless another one has replaced it. Returns false when it is kept, because the token
   * before it was rejected, too.
   */
  drop(rejected: string): boolean;
}

/** Part of the lifetime after which a token is renewed while it stays in use: for 24 hours, the last 72 minutes. */
const RENEWED_AFTER = 0.95;
/** Part of the lifetime after which the token is no longer used: for 24 hours, the last 86 seconds. */
const USABLE_FOR = 0.999;
/** Milliseconds between two attempts to renew a token that can still be used. */
const PAUSE = 60_000;

/** Creates a cache for one token. It has no timer: a call late in the lifetime of the token starts the renewal. */
export function createTokenCache(): TokenCache {
  let token: { readonly value: string; readonly usableUntil: number; renewAt: number } | undefined;
  const pause = createPause();
  let create: (signal: AbortSignal) => Promise<IssuedToken>;
  const renew = share(async (signal) => {
    const startedAt = Date.now();
    const { value, lifetime } = await create(signal);
    token = {
      value,
      usableUntil: startedAt + lifetime * USABLE_FOR,
      renewAt: startedAt + lifetime * RENEWED_AFTER,
    };
    return value;
  });
  return {
    async get(createToken, { signal, timeout }) {
      create = createToken;
      const now = Date.now();
      if (!token || now >= token.usableUntil) return renew(signal, timeout);
      if (now >= token.renewAt) {
        token.renewAt = now + PAUSE;
        // No call waits for this renewal, so no abort ends it. If it fails, the current token stays in use.
        renew(undefined, timeout).catch(() => {});
      }
      return token.value;
    },
    drop(rejected) {
      if (token?.value !== rejected) return true;
      if (!pause.begin()) return false;
      token = undefined;
      return true;
    },
  };
}
