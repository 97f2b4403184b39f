import { share } from "./share.ts";

/** A token that has just been issued. */
export interface IssuedToken {
  readonly value: string;
  /** Milliseconds. Counted from the request for it, so that this machine's clock need not be right. */
  readonly lifetime: number;
}

/** Gives a token that is good for now. */
export interface TokenCache {
  /** `create` is called when a token is needed and nobody has asked for one yet. */
  get(create: (signal: AbortSignal) => Promise<IssuedToken>, signal: AbortSignal): Promise<string>;
  /** Forgets the token that was refused, unless it has been replaced since. */
  drop(refused: string): void;
}

/** Part of the lifetime after which a token is renewed while it is in use: of 24 hours the last 72 minutes. */
const RENEWED_AFTER = 0.95;
/** Part of the lifetime after which nobody is given the token any more: of 24 hours the last 86 seconds. */
const USABLE_FOR = 0.999;
/** Milliseconds between two attempts to renew a token that can still be used. */
const PAUSE = 60_000;

/** Creates a cache for one token. It has no timer: whoever asks late in the life of a token starts the renewal. */
export function createTokenCache(): TokenCache {
  let token: { readonly value: string; readonly usableUntil: number; renewAt: number } | undefined;
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
    async get(createToken, signal) {
      create = createToken;
      const now = Date.now();
      if (!token || now >= token.usableUntil) return renew(signal);
      if (now >= token.renewAt) {
        token.renewAt = now + PAUSE;
        // Nobody waits for it, so nobody's abort ends it; should it fail, the token at hand still serves.
        renew(new AbortController().signal).catch(() => {});
      }
      return token.value;
    },
    drop(refused) {
      if (token?.value === refused) token = undefined;
    },
  };
}
