import { createStop } from "../async/abort.ts";
import { InputError, TimeoutError } from "../errors/errors.ts";
import { addTrace, type Trace } from "../errors/report.ts";
import type { Budget } from "./budget.ts";
import type { Call, Exchange } from "./call.ts";
import type { CallEvent, ClientEvent } from "./event.ts";
import type { Outcome } from "./outcome.ts";

/** Creates the step that begins a call, ends it at its deadline, and records it for the report of its failure. */
export function createDeadline(
  deadline = Number.POSITIVE_INFINITY,
  budgetOf: (url: string) => Budget,
  onEvent?: (event: ClientEvent) => void,
) {
  let calls = 0;

  return async (request: Request, exchange: Exchange, run: (call: Call) => Promise<Outcome>) => {
    const stop = createStop(
      exchange.signal ?? request.signal,
      deadline,
      `The call did not end within its deadline of ${deadline} ms`,
    );
    const { method, url } = request;
    const call = ++calls;
    const emit = onEvent && ((event: CallEvent) => onEvent({ call, ...event }));
    const trace: Trace = { request: { method, url }, attempts: [] };
    const endsAt = Math.min(performance.now() + deadline, exchange.endsAt ?? Number.POSITIVE_INFINITY);
    try {
      const budget = budgetOf(url);
      const outcome = await run({ ...exchange, request, signal: stop.signal, endsAt, budget, trace, emit });
      addTrace(outcome.failure, trace);
      return outcome;
    } catch (reason) {
      // Only `auth` may throw what is falsy, and openapi-fetch would take it for a success.
      const error = reason || new InputError("auth failed without a reason", "auth");
      if (error instanceof TimeoutError) error.cause ??= trace.lastFailure;
      addTrace(error, trace);
      throw error;
    } finally {
      stop.release();
    }
  };
}
