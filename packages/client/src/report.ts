import type { ApiErrorDetails, WorkspaceImagesError } from "./errors.ts";

/** One attempt of a call that failed, as it is kept for reports. */
export interface AttemptReport {
  /** Start of the attempt, ISO 8601 in UTC. */
  readonly startedAt: string;
  /** Duration in milliseconds, body included. */
  readonly duration: number;
  /** HTTP status, when an answer arrived. */
  readonly status?: number | undefined;
  /** ID of the request, when the answer had one. */
  readonly requestId?: string | undefined;
  /** Why the attempt failed, with credentials masked. */
  readonly error?: string | undefined;
}

/** What is known of a failed call. Holds no credential: masked text and placeholders stand in their place. */
export interface ErrorReport extends Omit<ApiErrorDetails, "status"> {
  /** HTTP status of an {@link ApiError}. */
  readonly status?: number | undefined;
  /** Name of the class of the error, such as `ApiError`. */
  readonly name: string;
  /** Kind of the error, such as `API_ERROR`. */
  readonly code: string;
  /** Message of the error, with credentials masked. */
  readonly message: string;
  /** Absent when nothing was sent. */
  readonly request?: { readonly method: string; readonly url: string };
  /** In the order in which they were made; empty when nothing was sent. */
  readonly attempts: readonly AttemptReport[];
  /** A command line that repeats the request; `$TOKEN` stands for the credential. Absent when nothing was sent. */
  readonly curl?: string;
}

/** The request of a call and what became of its attempts. */
export interface Trace {
  readonly request: { readonly method: string; readonly url: string };
  readonly attempts: AttemptReport[];
}

// Beside the errors, not in them: inspecting or serializing an error shows nothing of its trace.
const traces = new WeakMap<object, Trace>();

/** Notes the call that an error belongs to: the first one, where calls pass on the error of another. */
export function addTrace(error: object, trace: Trace): void {
  if (!traces.has(error)) traces.set(error, trace);
}

/** Tells whether an error comes from an attempt of this call, and not from what gave the credentials for it. */
export function isTracedBy(error: unknown, trace: Trace): boolean {
  return traces.get(error as object) === trace;
}

function curlOf({ method, url }: Trace["request"]): string {
  const quoted = url.replaceAll("'", "%27");
  return `curl -i -X ${method} -H "X-Auth-Token: $TOKEN" -H "Content-Type: application/json" '${quoted}'`;
}

export function reportOf(error: WorkspaceImagesError & Partial<ApiErrorDetails>): ErrorReport {
  const { name, code, message, status, errorCode, errorMessage, requestId, retryAfter } = error;
  const { request, attempts = [] } = traces.get(error) ?? {};
  const report: ErrorReport = {
    ...{ name, code, message, status, errorCode, errorMessage, requestId, retryAfter, attempts },
    ...(request && attempts.length > 0 && { request, curl: curlOf(request) }),
  };
  return JSON.parse(JSON.stringify(report)); // A copy, and without what is undefined.
}
