import { createStop, untilAborted } from "./abort.ts";
import { type Answer, checkAnswer, type Expected } from "./answer.ts";
import { readBody } from "./body.ts";
import type { Call } from "./call.ts";
import { ConnectionError, ResponseError, TimeoutError, WorkspaceImagesError } from "./errors.ts";
import { maskCause, secretsOf } from "./mask.ts";

export interface AttemptOptions {
  /** Gives the `fetch` to use; asked for each attempt, so that interceptors which replace it later are seen. */
  readonly fetch: () => typeof fetch;
  /** Milliseconds from sending the request to the end of the body. */
  readonly timeout: number;
  /** Largest body in bytes, after decompression. */
  readonly maxResponseBytes: number;
}

/** What is particular to a kind of request. */
export interface Exchange {
  /** Puts credentials on the request of an attempt. */
  readonly authorize?: (request: Request) => void | Promise<void>;
  readonly expected?: Expected;
  /** Credentials that are not in the headers but in the body, to be masked. */
  readonly secrets?: readonly string[];
}

function isRedirect({ status, type, redirected }: Response): boolean {
  return redirected || type === "opaqueredirect" || (status >= 300 && status < 400);
}

/** Sends a request once: credentials, the time-out, the body, and whether the answer can be trusted. */
export async function sendOnce(
  request: Request,
  { authorize, expected, secrets = [] }: Exchange,
  { fetch, timeout, maxResponseBytes }: AttemptOptions,
  { signal, trace, emit }: Call,
): Promise<Answer> {
  const attempt = trace.attempts.length + 1;
  const startedAt = Date.now();
  const stop = createStop(signal);
  // Credentials go on a copy: middleware that keeps the request never sees them.
  const signed = new Request(request, { redirect: "manual", signal: stop.signal });
  const allSecrets = () => [...secretsOf(signed), ...secrets];
  let sent = false;
  let response: Response | undefined;

  async function exchange(): Promise<Answer> {
    await authorize?.(signed);
    stop.after(timeout, () => new TimeoutError(`No complete answer within ${timeout} ms`));
    sent = true;
    emit({ type: "attempt", attempt, method: signed.method, url: signed.url });
    response = await fetch()(signed);
    if (isRedirect(response)) {
      response.body?.cancel().catch(() => {});
      throw new ResponseError(
        "The answer is a redirect; it is not followed, because it could take credentials elsewhere",
      );
    }
    return checkAnswer(response, await readBody(response, maxResponseBytes), expected, allSecrets);
  }

  function end(error?: unknown): void {
    const status = response?.status;
    const requestId = response?.headers.get("X-Request-Id") ?? undefined;
    const report = {
      duration: Date.now() - startedAt,
      status,
      requestId,
      error: error === undefined ? undefined : String(error),
    };
    trace.attempts.push({ startedAt: new Date(startedAt).toISOString(), ...report });
    emit({ type: "answer", attempt, ...report });
  }

  try {
    const answer = await untilAborted(exchange(), stop.signal);
    end();
    return answer;
  } catch (error) {
    let failure = error;
    if (stop.signal.aborted) failure = stop.signal.reason;
    else if (sent && !(error instanceof WorkspaceImagesError)) {
      failure = new ConnectionError("No complete answer arrived", { cause: maskCause(error, allSecrets()) });
    }
    end(failure);
    throw failure;
  } finally {
    stop.release();
  }
}
