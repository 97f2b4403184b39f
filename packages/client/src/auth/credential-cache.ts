import { untilAborted } from "../async/abort.ts";
import { share } from "../async/share.ts";
import { isWorkspaceImagesError, TimeoutError } from "../errors/errors.ts";
import type { AuthContext } from "./auth.ts";
import { createPause } from "./pause.ts";

/** A newly issued token or key. */
export interface Issued<T> {
  readonly value: T;
  /** Milliseconds, counted from the request for it. 0 if it is not known: then it serves the calls that wait for it. */
  readonly lifetime: number;
}

/** Keeps a token or a key for as long as it is valid. */
export interface CredentialCache<T> {
  /** Calls `create` when a credential is needed and none is on its way yet. */
  get(
    create: (signal: AbortSignal) => Promise<Issued<T>>,
    context: Pick<AuthContext, "signal" | "timeout" | "onRenewal">,
  ): Promise<T>;
  /**
   * Forgets the rejected credential, unless another one has replaced it. Returns false when it is kept, because the one
   * before it was rejected, too.
   */
  drop(rejected: T): boolean;
}

// Parts of the lifetime, so that credentials for a day and for a second both work.
/** A credential in use is renewed after this part: of 24 hours, in the last 4.8. Most outages of its source are shorter. */
const RENEWED_AFTER = 0.8;
/** A credential is no longer used after this part: of 24 hours, in the last 86 seconds. */
const USABLE_FOR = 0.999;
/** Time between two attempts to renew a credential that can still be used, but not more than a minute. */
const PAUSE = 0.01;
const LONGEST_PAUSE = 60_000;

/** Describes a failure for events. The errors of a provider may contain anything, so only their name is shown. */
function describe(error: unknown): string {
  return isWorkspaceImagesError(error)
    ? String(error)
    : `The provider failed with ${Object(error).name ?? "an error"}`;
}

/**
 * Creates a cache for one credential. It has no timer: a call late in the lifetime starts the renewal. `now` is the clock
 * of the lifetime.
 */
export function createCredentialCache<T>(now: () => number = Date.now): CredentialCache<T> {
  let kept:
    | { readonly value: T; readonly usableUntil: number; readonly pause: number; renewAt: number }
    | undefined;
  const pause = createPause();
  let create: (signal: AbortSignal) => Promise<Issued<T>>;
  let onRenewal: AuthContext["onRenewal"];
  const renew = share(async (signal) => {
    const tell = onRenewal;
    const startedAt = now();
    try {
      const { value, lifetime } = await untilAborted(create(signal), signal);
      kept = {
        value,
        usableUntil: startedAt + lifetime * USABLE_FOR,
        renewAt: startedAt + lifetime * RENEWED_AFTER,
        pause: Math.min(lifetime * PAUSE, LONGEST_PAUSE),
      };
      tell?.(lifetime ? { expiresAt: new Date(startedAt + lifetime).toISOString() } : {});
      return value;
    } catch (error) {
      if (error instanceof TimeoutError || !signal.aborted) tell?.({ error: describe(error) });
      throw error;
    }
  });
  return {
    async get(createCredential, context) {
      const { signal, timeout } = context;
      create = createCredential;
      onRenewal = context.onRenewal;
      const time = now();
      if (!kept || time >= kept.usableUntil) return renew(signal, timeout);
      if (time >= kept.renewAt) {
        kept.renewAt = time + kept.pause;
        // No call waits for this renewal, so no abort ends it. If it fails, the current credential stays in use.
        renew(undefined, timeout).catch(() => {});
      }
      return kept.value;
    },
    drop(rejected) {
      if (kept?.value !== rejected) return true;
      if (!pause.begin()) return false;
      kept = undefined;
      return true;
    },
  };
}
