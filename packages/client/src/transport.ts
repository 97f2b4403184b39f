import { createStop } from "./abort.ts";
import { type Answer, answers } from "./answer.ts";
import { type AttemptOptions, type Exchange, sendOnce } from "./attempt.ts";
import type { Call } from "./call.ts";
import { ApiError, TimeoutError } from "./errors.ts";
import type { ClientEvent } from "./event.ts";
import { addTrace } from "./report.ts";
import { createRetry, type RetryOptions } from "./retry.ts";

export interface TransportOptions extends AttemptOptions {
  readonly retry: RetryOptions | false;
  /** Milliseconds for a whole call. */
  readonly deadline?: number | undefined;
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
}

/** Like {@link Exchange}, with a way out of an answer of status 401. */
export interface RefreshableExchange extends Exchange {
  /** Resolves to true when the request is worth one replay. */
  readonly refresh?: (response: Answer) => Promise<boolean>;
}

/** Sends a request until an answer can be trusted or nothing more helps. */
export type Transport = (request: Request, exchange: RefreshableExchange) => Promise<Answer>;

export function createTransport({ retry, deadline, onEvent, ...options }: TransportOptions): Transport {
  const withRetry = createRetry(retry || { attempts: 1 });
  const emit = (event: ClientEvent) => {
    try {
      onEvent?.(event);
    } catch {
      // Whoever listens must not change what happens.
    }
  };

  return async (request, exchange) => {
    const { method, url, signal } = request;
    const stop = createStop(signal);
    const trace = { request: { method, url }, attempts: [] };
    const endsAt = performance.now() + (deadline ?? Number.POSITIVE_INFINITY);
    const call: Call = { signal: stop.signal, trace, endsAt, emit };
    let { refresh } = exchange;

    async function attempt(): Promise<Answer> {
      try {
        return await sendOnce(request, exchange, options, call);
      } catch (error) {
        const answer = error instanceof ApiError && error.status === 401 && answers.get(error);
        if (!answer || !(await refresh?.(answer))) throw error;
        refresh = undefined;
        return await sendOnce(request, exchange, options, call);
      }
    }

    if (deadline !== undefined) {
      stop.after(
        deadline,
        () => new TimeoutError(`The call did not end within its deadline of ${deadline} ms`),
      );
    }
    try {
      return await withRetry(attempt, call);
    } catch (error) {
      if (error instanceof Error) addTrace(error, trace);
      throw error;
    } finally {
      stop.release();
    }
  };
}
