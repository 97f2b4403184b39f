import { ResponseError } from "../errors/errors.ts";
import { requireInput } from "../errors/requirement.ts";
import { type Attempt, createTimeout, withEvents } from "./attempt.ts";
import { readBody } from "./body.ts";
import { createBudgets } from "./budget.ts";
import type { Transport } from "./call.ts";
import { withCredentials, withRefresh } from "./credentials.ts";
import { createDeadline } from "./deadline.ts";
import type { ClientEvent } from "./event.ts";
import { createMask } from "./mask.ts";
import { rejectProxy } from "./proxy.ts";
import { checkResponse, isRedirect } from "./response-check.ts";
import { createRetry, type RetryOptions } from "./retry.ts";

/** How requests are sent. */
export interface TransportOptions {
  /** Replaces `globalThis.fetch`, which is otherwise looked up for each attempt. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds for one attempt, credentials and body included. Default 30 000; at most 300 000 unless `fetch` is set. */
  readonly timeout?: number | undefined;
  /** Milliseconds for a whole call, with all attempts and delays, but without middleware of `http`. Default: none. */
  readonly deadline?: number | undefined;
  /** How failed attempts are retried; `false` for never. */
  readonly retry?: RetryOptions | false | undefined;
  /** Largest body of a response in bytes, after decompression. Default 10 MiB. */
  readonly maxResponseBytes?: number | undefined;
  /**
   * Called for each attempt, response, retry, withheld retry, request for a token or key, and end of a listing. What it
   * throws is ignored.
   */
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
}

/** Default of `timeout` in milliseconds. */
export const DEFAULT_TIMEOUT = 30_000;

/** Milliseconds that `fetch` of Node.js waits for the head of a response, and for each part of its body. */
const LONGEST_TIMEOUT = 300_000;

/** @throws {InputError} when an option is invalid. */
export function createTransport({
  fetch,
  timeout = DEFAULT_TIMEOUT,
  maxResponseBytes = 10 * 2 ** 20,
  deadline,
  retry = {},
  onEvent,
}: TransportOptions): Transport {
  for (const [name, value] of Object.entries({ timeout, deadline, maxResponseBytes })) {
    requireInput(value === undefined || value > 0, name, value, "more than 0");
  }
  requireInput(
    fetch !== undefined || timeout <= LONGEST_TIMEOUT,
    "timeout",
    timeout,
    `at most ${LONGEST_TIMEOUT}, unless fetch is set`,
  );
  const retryOptions: RetryOptions = retry || { attempts: 1 };
  const withRetry = createRetry(retryOptions);
  const withDeadline = createDeadline(deadline, createBudgets(retryOptions.budget ?? 10, fetch), onEvent);
  const withTimeout = createTimeout(timeout);
  const mask = createMask();

  async function receive(attempt: Attempt): Promise<Response> {
    const response = await (fetch ?? globalThis.fetch)(attempt.request);
    attempt.response = response;
    if (!isRedirect(response)) return response;
    response.body?.cancel().catch(() => {});
    throw new ResponseError(
      "The response is a redirect, which is not followed to protect the credentials",
      "redirect",
    );
  }

  // The life of a call, from the outside in. The input guard comes before it: a request exists only for valid input
  // (listing/query.ts, project.ts).
  return async (request, exchange) => {
    if (!fetch) rejectProxy(request.url);
    return withDeadline(request, exchange, (call) =>
      withRetry(call, () =>
        withRefresh(call, withTimeout, () =>
          withTimeout(call, (stop) =>
            withCredentials(call, stop, mask, (attempt) =>
              withEvents(attempt, async () => {
                const response = await receive(attempt);
                const bytes = await readBody(response, maxResponseBytes, stop.signal);
                return checkResponse(response, bytes, call, attempt.mask);
              }),
            ),
          ),
        ),
      ),
    );
  };
}
