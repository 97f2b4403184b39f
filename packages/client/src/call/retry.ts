import { sleep } from "../async/abort.ts";
import { ApiError, ConnectionError, TimeoutError } from "../errors/errors.ts";
import { requireInput } from "../errors/requirement.ts";
import type { Call } from "./call.ts";
import type { Outcome } from "./outcome.ts";

/** How failed attempts are retried. */
export interface RetryOptions {
  /** Attempts of one call, including the first. Default 3. */
  readonly attempts?: number | undefined;
  /** Milliseconds; the delay before retry n is random, up to `baseDelay` times 2 to the power of n - 1. Default 200. */
  readonly baseDelay?: number | undefined;
  /**
   * Longest delay in milliseconds, and longest `Retry-After`: a longer one ends the call. The delay after a `Retry-After`
   * is up to half as long again, so that clients do not return at the same time. Default 20 000.
   */
  readonly maxDelay?: number | undefined;
  /**
   * Retries that all calls to an origin together may make while none succeeds. Each success gives back a tenth of a
   * retry, so that retries add at most 10 % load, and every two hours give back a whole one. Clients of a process share it
   * if they have the same `fetch` and the same budget. Default 10.
   */
  readonly budget?: number | undefined;
}

const RETRYABLE = [408, 429, 500, 502, 503, 504];

function isRetryable(error: unknown): boolean {
  if (error instanceof ApiError) return RETRYABLE.includes(error.status);
  return error instanceof ConnectionError || error instanceof TimeoutError;
}

/**
 * Milliseconds before a retry: `Retry-After` and up to half of it, else exponential backoff with full jitter. Returns
 * undefined when `Retry-After` is longer than `maxDelay`.
 */
export function delayBefore(
  error: unknown,
  retry: number,
  baseDelay: number,
  maxDelay: number,
): number | undefined {
  const requested = error instanceof ApiError ? (error.retryAfter ?? 0) * 1000 : 0;
  if (requested > maxDelay) return undefined;
  const spread = requested
    ? Math.max(baseDelay, requested / 2)
    : Math.min(baseDelay * 2 ** Math.min(retry - 1, 32), maxDelay);
  return requested + Math.random() * spread;
}

/**
 * Creates the step that retries failed attempts, within a budget that all calls share.
 *
 * @throws {InputError} when an option is negative or not a number.
 */
export function createRetry({ attempts = 3, baseDelay = 200, maxDelay = 20_000, budget = 10 }: RetryOptions) {
  for (const [name, value] of Object.entries({ attempts, baseDelay, maxDelay, budget })) {
    requireInput(value >= 0, `retry.${name}`, value, "0 or more");
  }
  return async (
    { signal, isRepeatable = true, endsAt, budget, trace, emit }: Call,
    attempt: () => Promise<Outcome>,
  ): Promise<Outcome> => {
    for (let retry = 1; ; retry++) {
      const outcome = await attempt();
      const { failure, isStale = false } = outcome;
      if (!failure) budget.refund();
      if (!isRepeatable || !isRetryable(failure) || retry >= attempts) return outcome;
      // A connection that was closed while it was idle says nothing about the service.
      const delay = isStale ? 0 : delayBefore(failure, retry, baseDelay, maxDelay);
      if (delay === undefined || performance.now() + delay >= endsAt) return outcome;
      const event = { attempt: trace.attempts.length + 1, error: String(failure) };
      if (!isStale) {
        if (!budget.allows()) {
          trace.isRetryWithheld = true;
          emit?.({ type: "withheld", ...event });
          return outcome;
        }
        budget.spend();
      }
      emit?.({ type: "retry", ...event, delay: Math.round(delay) });
      await sleep(delay, signal);
    }
  };
}
