import { sleep } from "./abort.ts";
import type { Call } from "./call.ts";
import { ApiError, ConnectionError, TimeoutError } from "./errors.ts";
import { isTracedBy } from "./report.ts";
import { demand } from "./requirement.ts";

/** How failed attempts are repeated. */
export interface RetryOptions {
  /** Attempts of one call, the first one included. Default 3. */
  readonly attempts?: number | undefined;
  /** Milliseconds; the wait before retry n is random, up to `baseDelay` times 2 to the power of n - 1. Default 200. */
  readonly baseDelay?: number | undefined;
  /** Longest wait in milliseconds. An answer whose `Retry-After` asks for more ends the call. Default 20 000. */
  readonly maxDelay?: number | undefined;
  /**
   * Retries that all calls of the client may spend while nothing succeeds; each success gives a tenth of one back, so
   * that retries add at most a tenth to the load. Default 10.
   */
  readonly budget?: number | undefined;
}

/** What a retry costs, and what a success gives back; whole numbers, because ten times 0.1 is less than 1. */
const COST = 10;
const REFUND = 1;
const RETRYABLE = [408, 429, 500, 502, 503, 504];

function isRetryable(error: unknown): boolean {
  if (error instanceof ApiError) return RETRYABLE.includes(error.status);
  return error instanceof ConnectionError || error instanceof TimeoutError;
}

/** Milliseconds before the retry: what the service asks for and a little jitter, else exponential with full jitter. */
export function delayBefore(error: unknown, retry: number, baseDelay: number, maxDelay: number): number {
  const asked = error instanceof ApiError ? (error.retryAfter ?? 0) * 1000 : 0;
  if (asked > maxDelay) return asked;
  const spread = asked ? baseDelay : baseDelay * 2 ** Math.min(retry - 1, 32);
  return asked + Math.random() * Math.min(spread, maxDelay - asked);
}

/**
 * Creates the step that repeats failed attempts, within a budget that all calls through it share.
 *
 * @throws {InputError} when an option is negative or no number.
 */
export function createRetry({ attempts = 3, baseDelay = 200, maxDelay = 20_000, budget = 10 }: RetryOptions) {
  for (const [name, value] of Object.entries({ attempts, baseDelay, maxDelay, budget })) {
    demand(value >= 0, `retry.${name}`, value, "0 or more");
  }
  let left = budget * COST;
  return async (
    attempt: () => Promise<Response>,
    { signal, endsAt, trace, emit }: Call,
  ): Promise<Response> => {
    for (let retry = 1; ; retry++) {
      try {
        const answer = await attempt();
        left = Math.min(budget * COST, left + REFUND);
        return answer;
      } catch (error) {
        // What comes from a call for credentials has been retried there.
        const isFinal = signal.aborted || !isTracedBy(error, trace) || !isRetryable(error);
        if (isFinal || retry >= attempts || left < COST) throw error;
        const delay = delayBefore(error, retry, baseDelay, maxDelay);
        if (delay > maxDelay || performance.now() + delay >= endsAt) throw error;
        left -= COST;
        emit?.({
          type: "retry",
          attempt: trace.attempts.length + 1,
          delay: Math.round(delay),
          error: String(error),
        });
        await sleep(delay, signal);
      }
    }
  };
}
