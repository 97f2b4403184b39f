import { createStop, untilAborted } from "./abort.ts";
import { answers } from "./answer.ts";
import { type Exchange, sendOnce } from "./attempt.ts";
import type { Call } from "./call.ts";
import { ApiError, WorkspaceImagesError } from "./errors.ts";
import type { CallEvent } from "./event.ts";
import type { ImagesClientOptions } from "./images-client.ts";
import { addTrace, isTracedBy, type Trace } from "./report.ts";
import { demand } from "./requirement.ts";
import { createRetry } from "./retry.ts";

export type TransportOptions = Pick<
  ImagesClientOptions,
  "fetch" | "timeout" | "maxResponseBytes" | "deadline" | "retry" | "onEvent"
>;

/** Like {@link Exchange}, with a way out of an answer of status 401. */
export interface RefreshableExchange extends Exchange {
  /** Aborts the call; the signal of the request when it is left out. */
  readonly signal?: AbortSignal | undefined;
  /** False for what must not be sent again after a failure that may pass: a code that is good for one use. */
  readonly isRepeatable?: boolean | undefined;
  /** Resolves to true when the request is worth one replay. */
  readonly refresh?: (response: Response) => Promise<boolean>;
}

/** Sends a request until an answer can be trusted or nothing more helps. */
export type Transport = (request: Request, exchange: RefreshableExchange) => Promise<Response>;

/** @throws {InputError} when an option cannot be right. */
export function createTransport({
  fetch,
  timeout = 30_000,
  maxResponseBytes = 2 ** 20 * 10,
  deadline,
  retry = {},
  onEvent,
}: TransportOptions): Transport {
  for (const [name, value] of Object.entries({ timeout, deadline, maxResponseBytes })) {
    demand(value === undefined || value > 0, name, value, "more than 0");
  }
  const options = { fetch, timeout, maxResponseBytes };
  const withRetry = createRetry(retry || { attempts: 1 });
  let calls = 0;

  return async (request, exchange) => {
    const { method, url, signal } = request;
    // The signal of the request is gone with it; another one may live on, and must keep no listener.
    const isBounded = exchange.signal !== undefined || deadline !== undefined;
    const stop = isBounded ? createStop(exchange.signal ?? signal) : undefined;
    const trace: Trace = { request: { method, url }, attempts: [] };
    const endsAt = performance.now() + (deadline ?? Number.POSITIVE_INFINITY);
    const id = ++calls;
    const emit =
      onEvent &&
      (async (event: CallEvent) => {
        try {
          await onEvent({ call: id, ...event });
        } catch {
          // Whoever listens must not change what happens.
        }
      });
    const call: Call = { signal: stop?.signal ?? signal, trace, endsAt, emit };
    let { refresh } = exchange;

    async function mayReplay(error: unknown): Promise<boolean> {
      const isRefused = error instanceof ApiError && error.status === 401 && isTracedBy(error, trace);
      const answer = isRefused && answers.get(error);
      const refreshing = answer && refresh?.(answer);
      if (!refreshing) return false;
      refresh = undefined;
      return untilAborted(refreshing, call.signal);
    }

    async function attempt(): Promise<Response> {
      try {
        return await sendOnce(request, exchange, options, call);
      } catch (error) {
        if (await mayReplay(error)) return sendOnce(request, exchange, options, call);
        throw error;
      }
    }

    if (deadline) {
      stop?.abortAfter(deadline, `The call did not end within its deadline of ${deadline} ms`);
    }
    try {
      return await (exchange.isRepeatable === false ? attempt() : withRetry(attempt, call));
    } catch (error) {
      if (error instanceof WorkspaceImagesError) addTrace(error, trace);
      throw error;
    } finally {
      stop?.release();
    }
  };
}
