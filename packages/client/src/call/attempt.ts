import { createStop, type Stop, untilAborted } from "../async/abort.ts";
import { type ApiError, isWorkspaceImagesError } from "../errors/errors.ts";
import type { Call } from "./call.ts";
import { createConnectionError } from "./connection-error.ts";
import type { Failure, Outcome } from "./outcome.ts";
import { reject } from "./response-check.ts";

/** One attempt of a call. */
export interface Attempt {
  readonly call: Call;
  /** The request with its credentials. */
  readonly request: Request;
  /** Aborts the attempt. */
  readonly stop: Stop;
  /** Masks the credentials of the request in a text that comes from elsewhere. */
  readonly mask: (text: string) => string;
  /** Present as soon as the head of the response has arrived. */
  response?: Response;
}

/** Says why an attempt has no complete response. */
function explain(error: unknown, { call, response, stop, mask }: Attempt): Failure {
  // A 4xx/5xx stays a rejection even if its body cannot be read; otherwise it would be retried.
  if (response && response.status >= 400) return reject(response, {}, call.target, mask);
  if (stop.signal.aborted) return { failure: stop.signal.reason };
  if (isWorkspaceImagesError(error)) return { failure: error };
  // What fetch of Node.js says about the connection: it was read from, before or during this attempt, so that a new
  // connection which ends within the headers counts as stale, too.
  const { code, socket } = Object(Object(error).cause);
  const isStale =
    call.request.method === "GET" && !response && code === "UND_ERR_SOCKET" && socket?.bytesRead > 0;
  return { failure: createConnectionError(error, mask), isStale };
}

/** Describes a failure for events and reports; the caller's reason of an abort may contain anything. */
function describe(failure: unknown): string {
  return isWorkspaceImagesError(failure) ? String(failure) : "Aborted by the caller";
}

/** Creates the step that limits what a call waits for, credentials included, to `timeout` milliseconds. */
export function createTimeout(timeout: number) {
  return async <T>({ signal }: Call, run: (stop: Stop) => Promise<T>): Promise<T> => {
    const stop = createStop(signal, timeout, `No complete response within ${timeout} ms`);
    try {
      return await run(stop);
    } finally {
      stop.release();
    }
  };
}

/** Reports how an attempt began and ended. */
export async function withEvents(attempt: Attempt, run: () => Promise<Outcome>): Promise<Outcome> {
  const { call, stop, mask } = attempt;
  const { signal, target, trace, emit } = call;
  const about = { attempt: trace.attempts.length + 1, target, ...trace.request };
  const startedAt = performance.now();
  emit?.({ type: "attempt", ...about });

  const outcome = await untilAborted(run(), stop.signal).catch((error) => explain(error, attempt));

  const isAborted = signal.aborted && "failure" in outcome;
  const failure: unknown = isAborted ? signal.reason : outcome.failure;
  const duration = Math.round(performance.now() - startedAt);
  const { status, headers } = attempt.response ?? {};
  const error = failure === undefined ? undefined : describe(failure);
  if (!isAborted) trace.lastFailure = outcome.failure;
  if (!error && !emit) return outcome; // Nobody would see the request ID, and masking takes time.
  const requestId = headers?.get("X-Request-Id") ?? "";
  // After a failure also without an ID: the mask must know the credentials, which may be replaced now.
  const maskedId = requestId || error ? mask(requestId) : "";
  const end = { duration, status, requestId: maskedId || undefined, error };
  if (error) trace.attempts.push({ startedAt: new Date(Date.now() - duration).toISOString(), ...end });
  const { code, errorCode }: Partial<ApiError> = Object(isAborted ? undefined : outcome.failure);
  emit?.({ type: "response", ...about, ...end, code, errorCode });
  if (isAborted) throw failure;
  return outcome;
}
