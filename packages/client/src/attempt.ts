import { createStop, untilAborted } from "./abort.ts";
import { readBody } from "./body.ts";
import type { Call } from "./call.ts";
import { checkAnswer, createApiError, type Expected } from "./check-answer.ts";
import { ApiError, ConnectionError, ResponseError, WorkspaceImagesError } from "./errors.ts";
import { mask, maskCause, secretsOf } from "./mask.ts";
import { addTrace } from "./report.ts";

export interface AttemptOptions {
  /** Default `globalThis.fetch`, looked up for each attempt, so that interceptors which replace it later are seen. */
  readonly fetch: typeof globalThis.fetch | undefined;
  /** Milliseconds from sending the request to the end of the body. */
  readonly timeout: number;
  /** Largest body in bytes, after decompression. */
  readonly maxResponseBytes: number;
}

/** What is particular to a kind of request. */
export interface Exchange {
  /** Puts credentials on the request of an attempt. What it throws ends the call, as the signal does. */
  readonly authorize?: (request: Request, signal: AbortSignal) => void | Promise<void>;
  readonly expected?: Expected;
  /** Default `iam`. */
  readonly target?: ApiError["target"];
  /** Credentials that are not in the headers but in the body, to be masked. */
  readonly secrets?: readonly string[];
}

function createConnectionError(error: unknown, show: (text: string) => string): ConnectionError {
  const cause = maskCause(error, show);
  let root = cause;
  while (root?.cause instanceof Error) root = root.cause;
  return new ConnectionError(`No complete answer arrived: ${root?.message || "no reason was given"}`, {
    cause,
  });
}

function isRedirect({ status, type, redirected }: Response): boolean {
  return redirected || type === "opaqueredirect" || (status >= 300 && status < 400);
}

/** Sends a request once: credentials, the time-out, the body, and whether the answer can be trusted. */
export async function sendOnce(
  request: Request,
  { authorize, expected, target = "iam", secrets = [] }: Exchange,
  { fetch = globalThis.fetch, timeout, maxResponseBytes }: AttemptOptions,
  { signal, trace, emit }: Call,
): Promise<Response> {
  const stop = createStop(signal);
  stop.signal.throwIfAborted();
  // Credentials go on a copy: middleware that keeps the request never sees them.
  const copied = request.method === "GET" ? request : request.clone();
  const signed = new Request(copied, { redirect: "manual", signal: stop.signal });
  const authorizing = authorize?.(signed, signal);
  if (authorizing) await untilAborted(authorizing, stop.signal);
  stop.signal.throwIfAborted();

  const attempt = trace.attempts.length + 1;
  const startedAt = performance.now();
  const show = (text: string) => mask(text, [...secretsOf(signed, request), ...secrets]);
  let response: Response | undefined;

  async function exchange(): Promise<Response> {
    response = await fetch(signed);
    if (isRedirect(response)) {
      response.body?.cancel().catch(() => {});
      throw new ResponseError(
        "The answer is a redirect; it is not followed, because it could take credentials elsewhere",
        "redirect",
      );
    }
    return checkAnswer(response, await readBody(response, maxResponseBytes, stop.signal), expected, show);
  }

  /** What is known of the attempt at its end. */
  function describe(error?: string) {
    const duration = Math.round(performance.now() - startedAt);
    const requestId = response?.headers.get("X-Request-Id");
    return { duration, status: response?.status, requestId: requestId ? show(requestId) : undefined, error };
  }

  /** A refusal is one whatever becomes of its body: taken for a lost connection, it would be sent again. */
  function refusal(): Error | undefined {
    if (!response || response.status < 400) return undefined;
    return createApiError(response, { text: "", size: 0 }, undefined, show);
  }

  function explain(error: unknown): unknown {
    if (signal.aborted) return signal.reason;
    if (error instanceof ApiError) return error;
    const refused = refusal();
    if (refused) return refused;
    if (stop.signal.aborted) return stop.signal.reason;
    return error instanceof WorkspaceImagesError ? error : createConnectionError(error, show);
  }

  stop.abortAfter(timeout, `No complete answer within ${timeout} ms`);
  emit?.({ type: "attempt", attempt, method: signed.method, url: signed.url });
  try {
    const answer = await untilAborted(exchange(), stop.signal);
    emit?.({ type: "answer", attempt, ...describe() });
    return answer;
  } catch (error) {
    const failure = explain(error);
    if (failure instanceof ApiError) Object.assign(failure, { target });
    const ours = failure instanceof WorkspaceImagesError;
    const end = describe(ours ? String(failure) : "Aborted by the caller");
    trace.attempts.push({ startedAt: new Date(Date.now() - end.duration).toISOString(), ...end });
    if (ours) addTrace(failure, trace);
    emit?.({ type: "answer", attempt, ...end });
    throw failure;
  } finally {
    stop.release();
  }
}
