import { sleep } from "./abort.ts";
import type { Answer } from "./answer.ts";
import type { Call } from "./call.ts";
import { ApiError, ConnectionError, TimeoutError } from "./errors.ts";

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

const REFUND = 0.1;
const RETRYABLE = [408, 429, 500, 502, 503, 504];

function isRetryable(error: unknown): error is ApiError | ConnectionError | TimeoutError {
  if (error instanceof ApiError) return RETRYABLE.includes(error.status);
  return error instanceof ConnectionError || error instanceof TimeoutError;
}

/** Milliseconds before the retry: what the server asks for and a little jitter, else exponential with full jitter. */
function delayBefore(error: unknown, retry: number, baseDelay: number, maxDelay: number): number {
  if (error instanceof ApiError && error.retryAfter !== undefined) {
    return error.retryAfter * 1000 + Math.random() * Math.min(baseDelay, maxDelay - error.retryAfter * 1000);
  }
  return Math.random() * Math.min(maxDelay, baseDelay * 2 ** (retry - 1));
}

/** Creates the step that repeats failed attempts, within a budget that all calls through it share. */
export function createRetry({ attempts = 3, baseDelay = 200, maxDelay = 20_000, budget = 10 }: RetryOptions) {
  let left = budget;
  return async (attempt: () => Promise<Answer>, call: Call): Promise<Answer> => {
    for (let retry = 1; ; retry++) {
      try {
        const answer = await attempt();
        left = Math.min(budget, left + REFUND);
        return answer;
      } catch (error) {
        if (retry >= attempts || left < 1 || call.signal.aborted || !isRetryable(error)) throw error;
        const delay = delayBefore(error, retry, baseDelay, maxDelay);
        if (delay > maxDelay || performance.now() + delay >= call.endsAt) throw error;
        left -= 1;
        call.emit({ type: "retry", attempt: retry + 1, delay, error: String(error) });
        await sleep(delay, call.signal);
      }
    }
  };
}
