import { type ApiErrorDetails, type ErrorReport, reportOf } from "./report.ts";

const BRAND = Symbol.for("@workspace-images/client/error");

/** Base class of every error of this package. `code` says which of the five kinds it is. */
export abstract class WorkspaceImagesError extends Error {
  /** Kind of the error. */
  abstract readonly code:
    | "INVALID_INPUT"
    | "API_ERROR"
    | "CONNECTION_FAILED"
    | "TIMED_OUT"
    | "UNTRUSTED_RESPONSE";
  /** @internal */
  get [BRAND](): true {
    return true;
  }
  /** Returns what is known about the failed call as plain data without credentials, for logs and support requests. */
  toReport(): ErrorReport {
    return reportOf(this);
  }
}

/** Thrown when an argument or option is invalid. Nothing was sent. */
export class InputError extends WorkspaceImagesError {
  override readonly name = "InputError";
  readonly code = "INVALID_INPUT";
  /**
   * Name of what is invalid or missing, as callers write it: an option such as `region` or `retry.attempts`, a
   * parameter such as `limit`, a part of a credential such as `secretKey`. Absent when it is not a single field.
   */
  readonly field?: string | undefined;

  /** Takes a message that says what is wrong and what is valid, and the name of the field. */
  constructor(message: string, field?: string) {
    super(message);
    this.field = field;
  }
}

/** Thrown when the service responds with a failure, whatever the body of the response is. */
export class ApiError extends WorkspaceImagesError implements ApiErrorDetails {
  override readonly name = "ApiError";
  readonly code = "API_ERROR";
  declare readonly status: number;
  declare readonly target?: ApiErrorDetails["target"];
  declare readonly errorCode?: string | undefined;
  declare readonly errorMessage?: string | undefined;
  declare readonly requestId?: string | undefined;
  declare readonly retryAfter?: number | undefined;

  /** Takes the details and makes the message from them. */
  constructor(details: ApiErrorDetails) {
    const { status, errorCode, errorMessage } = details;
    // IAM repeats the status as its code.
    const code = errorCode && errorCode !== String(status) ? ` ${errorCode}` : "";
    super(`${status}${code}: ${errorMessage || "no readable error body"}`);
    Object.assign(this, details);
  }
}

/** Thrown when no complete response arrives: refused, reset, cut off, not resolved. `cause` says why, masked. */
export class ConnectionError extends WorkspaceImagesError {
  override readonly name = "ConnectionError";
  readonly code = "CONNECTION_FAILED";
}

/** Thrown when the last attempt takes longer than `timeout`, or the whole call longer than `deadline`. */
export class TimeoutError extends WorkspaceImagesError {
  override readonly name = "TimeoutError";
  readonly code = "TIMED_OUT";
}

/**
 * Why a response cannot be trusted: it is a redirect, its body is not a JSON object, lacks a required part, is larger
 * than `maxResponseBytes` or does not conform to the description (`/validate`), IAM has no project or several for a
 * region; or a listing makes no progress, or continues beyond the largest offset (narrow the filters).
 */
export type ResponseErrorReason =
  | "redirect"
  | "not-json"
  | "incomplete"
  | "too-large"
  | "invalid"
  | "project"
  | "no-progress"
  | "offset-limit";

/** Thrown when a response cannot be trusted; `reason` says why. */
export class ResponseError extends WorkspaceImagesError {
  override readonly name = "ResponseError";
  readonly code = "UNTRUSTED_RESPONSE";
  /** What is wrong with the response. */
  readonly reason: ResponseErrorReason;

  /** Takes the message and the reason. */
  constructor(message: string, reason: ResponseErrorReason) {
    super(message);
    this.reason = reason;
  }
}

/**
 * Every error a call can be rejected with, except the reason of your own abort and what your own credential functions
 * throw; `code` distinguishes them.
 */
export type ClientError = InputError | ApiError | ConnectionError | TimeoutError | ResponseError;

/** Returns whether `error` comes from this package, including another copy of it. */
export function isWorkspaceImagesError(error: unknown): error is ClientError {
  return error instanceof Error && BRAND in error;
}
