import { type Stop, untilAborted } from "../async/abort.ts";
import type { AttemptEnd, Auth, AuthContext } from "../auth/auth.ts";
import { ApiError, InputError, TimeoutError } from "../errors/errors.ts";
import type { Attempt } from "./attempt.ts";
import type { Call, Credentials, Transport } from "./call.ts";
import { secretsOf } from "./mask.ts";
import { type Outcome, requireSuccess } from "./outcome.ts";

export interface CredentialsOptions {
  readonly auth: Auth;
  readonly region: string | undefined;
  readonly iamEndpoint: string;
  /** Milliseconds that an attempt may take. */
  readonly timeout: number;
  /** Sends the requests to IAM that the credentials need. */
  readonly transport: Transport;
}

/** Returns a function that creates the credentials of a call, which are sent to its endpoint only. */
export function createCredentials({ auth, region, iamEndpoint, timeout, transport }: CredentialsOptions) {
  const send: AuthContext["send"] = async (request, options) =>
    requireSuccess(await transport(request, { target: "iam", ...options })).toResponse();

  return (endpoint: string, projectId?: string): Credentials => {
    let last: Request | undefined;
    let context: AuthContext;
    let isRefreshed = false;
    return {
      apply(request, signal, emit) {
        const { url } = request;
        if (!url.startsWith(`${endpoint}/`)) {
          throw new InputError(
            `The request goes to ${new URL(url).origin}, but the credentials are only for ${endpoint}`,
          );
        }
        last = request;
        const onRenewal: AuthContext["onRenewal"] = (end) => emit?.({ type: "credentials", ...end });
        context = { projectId, region, iamEndpoint, signal, timeout, send, onRenewal };
        return auth.apply(request, context);
      },
      async refresh(response, signal) {
        if (isRefreshed || !last || !auth.refresh) return false;
        isRefreshed = true;
        return auth.refresh(response, last, { ...context, signal });
      },
      settle: (request, end) => auth.settle?.(request, end),
    };
  };
}

/** Puts credentials on a copy of the request: middleware that keeps the request never sees them. */
export async function withCredentials(
  call: Call,
  stop: Stop,
  mask: (text: string, secrets: readonly string[]) => string,
  run: (attempt: Attempt) => Promise<Outcome>,
): Promise<Outcome> {
  const { request, signal, credentials, secrets = [], emit } = call;
  signal.throwIfAborted();
  const copy = request.method === "GET" ? request : request.clone();
  const signed = new Request(copy, { redirect: "manual", signal: stop.signal });
  let end: AttemptEnd = {};
  try {
    const applying = credentials?.apply(signed, stop.signal, emit);
    if (applying) await untilAborted(applying, stop.signal);
    signal.throwIfAborted();
    const maskSecrets = (text: string) => mask(text, [...secretsOf(signed, request), ...secrets]);
    const attempt: Attempt = { call, request: signed, stop, mask: maskSecrets };
    const outcome = await run(attempt);
    end = { response: attempt.response, error: outcome.failure };
    return outcome;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TimeoutError) return { failure: error };
    throw error;
  } finally {
    credentials?.settle(signed, end);
  }
}

function isRejected({ failure }: Outcome): boolean {
  return failure instanceof ApiError && failure.status === 401;
}

/**
 * Replays a request once when its credentials are rejected (401) and others are available. A replay that is rejected,
 * too, counts as a retry, and none is made when the budget is spent.
 */
export async function withRefresh(
  call: Call,
  withTimeout: <T>(call: Call, run: (stop: Stop) => Promise<T>) => Promise<T>,
  attempt: () => Promise<Outcome>,
): Promise<Outcome> {
  const { credentials, budget, trace, emit } = call;
  const outcome = await attempt();
  const { failure, toResponse } = outcome;
  if (!isRejected(outcome) || !toResponse || !credentials) return outcome;
  const isRefreshed = await withTimeout(call, ({ signal }) =>
    untilAborted(credentials.refresh(toResponse(), signal), signal),
  );
  if (!isRefreshed || !budget.allows()) return outcome;
  emit?.({ type: "retry", attempt: trace.attempts.length + 1, delay: 0, error: String(failure) });
  const replayed = await attempt();
  if (isRejected(replayed)) budget.spend();
  return replayed;
}
