/** What an `ApiError` knows about the response. */
export interface ApiErrorDetails {
  /** HTTP status. 200 when the service reports a failure in the body of a success. */
  readonly status: number;
  /**
   * What responded: Workspace (`images`), IAM, which issues tokens and looks up projects, or the source of an access key
   * (`credentials`), such as the metadata of a server.
   */
  readonly target?: "images" | "iam" | "credentials" | undefined;
  /** Code such as `WKS.00211302` (Workspace) or `APIGW.0301` (gateway); absent without a readable error body. */
  readonly errorCode?: string | undefined;
  /** Message of the service, with credentials masked; absent without a readable error body. */
  readonly errorMessage?: string | undefined;
  /** Request ID, from the header `X-Request-Id` or the body. */
  readonly requestId?: string | undefined;
  /** Seconds to wait before another attempt, from `Retry-After` or from the message of a gateway that throttles. */
  readonly retryAfter?: number | undefined;
}

/** One failed attempt of a call. */
export interface AttemptReport {
  /** Start of the attempt, ISO 8601 in UTC. */
  readonly startedAt: string;
  /** Duration in milliseconds, body included. */
  readonly duration: number;
  /** HTTP status; absent when no response arrived. */
  readonly status?: number | undefined;
  /** Request ID, when the response has one. */
  readonly requestId?: string | undefined;
  /** Why the attempt failed, with credentials masked. */
  readonly error?: string | undefined;
}

/** What is known about a failed call. Contains no credentials: they are masked or replaced by placeholders. */
export interface ErrorReport extends Omit<ApiErrorDetails, "status"> {
  /** HTTP status of an `ApiError`. */
  readonly status?: number | undefined;
  /** Class of the error, such as `ApiError`. */
  readonly name: string;
  /** Kind of the error, such as `API_ERROR`. */
  readonly code: string;
  /** Message of the error, with credentials masked. */
  readonly message: string;
  /** Absent when nothing was sent. */
  readonly request?: { readonly method: string; readonly url: string };
  /** Failed attempts in order; empty when nothing was sent. */
  readonly attempts: readonly AttemptReport[];
  /** Present when another attempt was not made, because the retry budget was spent. */
  readonly isRetryWithheld?: boolean | undefined;
  /** Command line that sends the request again; `$TOKEN` stands for the credential. Absent when nothing was sent. */
  readonly curl?: string;
}

/** The request of a call and its failed attempts. */
export interface Trace {
  readonly request: { readonly method: string; readonly url: string };
  readonly attempts: AttemptReport[];
  isRetryWithheld?: boolean;
  /** Failure of the last attempt that ended by itself. */
  lastFailure?: Error | undefined;
}

// Kept beside the errors: inspecting or serializing an error does not show its trace.
const traces = new WeakMap<object, Trace>();

/** Records which call an error belongs to. The first call wins: a call may fail with the error of another one. */
export function addTrace(error: unknown, trace: Trace): void {
  if (error instanceof Error && !traces.has(error)) traces.set(error, trace);
}

function curlOf({ method, url }: Trace["request"]): string {
  const quoted = url.replaceAll("'", "%27");
  return `curl -i -X ${method} -H "X-Auth-Token: $TOKEN" -H "Content-Type: application/json" '${quoted}'`;
}

/** Returns what is known about the call that failed with `error`. */
export function reportOf(error: Error & { readonly code: string } & Partial<ApiErrorDetails>): ErrorReport {
  const { name, code, message, status, target, errorCode, errorMessage, requestId, retryAfter } = error;
  const { request, attempts = [], isRetryWithheld } = traces.get(error) ?? {};
  const report: ErrorReport = {
    ...{
      name,
      code,
      message,
      status,
      target,
      errorCode,
      errorMessage,
      requestId,
      retryAfter,
      attempts,
      isRetryWithheld,
    },
    ...(request && attempts.length > 0 && { request, curl: curlOf(request) }),
  };
  return JSON.parse(JSON.stringify(report)); // A copy, and without undefined values.
}
