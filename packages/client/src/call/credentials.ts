import { createStop, untilAborted } from "../async/abort.ts";
import type { Auth, AuthContext } from "../auth/auth.ts";
import { ApiError, InputError } from "../errors/errors.ts";
import type { Attempt } from "./attempt.ts";
import type { Call, Credentials, Transport } from "./call.ts";
import { mask, secretsOf } from "./mask.ts";
import { type Outcome, requireSuccess } from "./outcome.ts";

export interface CredentialsOptions {
  readonly auth: Auth;
  readonly region: string | undefined;
  readonly iamEndpoint: string;
  /** Sends the requests to IAM that the credentials need. */
  readonly transport: Transport;
}

/** Returns a function that creates the credentials of a call, which are sent to its endpoint only. */
export function createCredentials({ auth, region, iamEndpoint, transport }: CredentialsOptions) {
  const send: AuthContext["send"] = async (request, options) =>
    requireSuccess(await transport(request, { target: "iam", ...options })).toResponse();

  return (endpoint: string, projectId?: string): Credentials => {
    let last: { readonly request: Request; readonly context: AuthContext } | undefined;
    let isRefreshed = false;
    return {
      apply(request, signal) {
        const { url } = request;
        if (!url.startsWith(`${endpoint}/`)) {
          throw new InputError(
            `The request goes to ${new URL(url).origin}, but the credentials are only for ${endpoint}`,
          );
        }
        last = { request, context: { projectId, region, iamEndpoint, signal, send } };
        return auth.apply(request, last.context);
      },
      async refresh(response) {
        if (isRefreshed || !last || !auth.refresh) return false;
        isRefreshed = true;
        return auth.refresh(response, last.request, last.context);
      },
    };
  };
}

/** Puts credentials on a copy of the request: middleware that keeps the request never sees them. */
export async function withCredentials(
  call: Call,
  run: (attempt: Attempt) => Promise<Outcome>,
): Promise<Outcome> {
  const { request, signal, credentials, secrets = [] } = call;
  const stop = createStop(signal);
  try {
    signal.throwIfAborted();
    const copy = request.method === "GET" ? request : request.clone();
    const signed = new Request(copy, { redirect: "manual", signal: stop.signal });
    const applying = credentials?.apply(signed, signal);
    if (applying) await untilAborted(applying, signal);
    signal.throwIfAborted();
    const maskSecrets = (text: string) => mask(text, [...secretsOf(signed, request), ...secrets]);
    return await run({ call, request: signed, stop, mask: maskSecrets });
  } finally {
    stop.release();
  }
}

/** Replays a request once when its credentials are rejected (401) and others are available. */
export async function withRefresh(
  { credentials, signal }: Call,
  attempt: () => Promise<Outcome>,
): Promise<Outcome> {
  const outcome = await attempt();
  const { failure, toResponse } = outcome;
  const isRejected = failure instanceof ApiError && failure.status === 401;
  if (!isRejected || !toResponse || !credentials) return outcome;
  return (await untilAborted(credentials.refresh(toResponse()), signal)) ? attempt() : outcome;
}
