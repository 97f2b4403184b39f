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
  /** Longest delay in milliseconds. A response whose `Retry-After` is longer ends the call. Default 20 000. */
  readonly maxDelay?: number | undefined;
  /**
   * Retries that all calls of the client together may make while none succeeds; each success gives back a tenth of a
   * retry, so that retries add at most 10 % load. Default 10.
   */
  readonly budget?: number | undefined;
}

const RETRYABLE = [408, 429, 500, 502, 503, 504];

function isRetryable(error: unknown): boolean {
  if (error instanceof ApiError) return RETRYABLE.includes(error.status);
  return error instanceof ConnectionError || error instanceof TimeoutError;
}

/** Milliseconds before a retry: `Retry-After` and a little jitter, else exponential backoff with full jitter. */
export function delayBefore(error: unknown, retry: number, baseDelay: number, maxDelay: number): number {
  const requested = error instanceof ApiError ? (error.retryAfter ?? 0) * 1000 : 0;
  if (requested > maxDelay) return requested;
  const spread = requested ? baseDelay : baseDelay * 2 ** Math.min(retry - 1, 32);
  return requested + Math.random() * Math.min(spread, maxDelay - requested);
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
      const { failure } = outcome;
      if (!failure) budget.refund();
      if (!isRepeatable || !isRetryable(failure) || retry >= attempts) return outcome;
      const delay = delayBefore(failure, retry, baseDelay, maxDelay);
      if (delay > maxDelay || performance.now() + delay >= endsAt) return outcome;
      if (!budget.allows()) return outcome;
      budget.spend();
      emit?.({
        type: "retry",
        attempt: trace.attempts.length + 1,
        delay: Math.round(delay),
        error: String(failure),
      });
      await sleep(delay, signal);
    }
  };
}
