import { type ErrorReport, reportOf } from "./report.ts";

const BRAND = Symbol.for("@workspace-images/client/error");

/** What every error of this package has in common. `code` tells which of the five kinds it is. */
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
  /** Returns what is known of the failed call as plain data without any credential, to log or to send to support. */
  toReport(): ErrorReport {
    return reportOf(this);
  }
}

/** Thrown when an argument or option cannot be right. Nothing was sent. */
export class InputError extends WorkspaceImagesError {
  override readonly name = "InputError";
  readonly code = "INVALID_INPUT";
  /**
   * Name of what is wrong or missing, as callers write it: an option such as `region` or `retry.attempts`, a parameter
   * such as `limit`, a part of a credential such as `secretKey`. Absent when it is no single one.
   */
  readonly field?: string | undefined;

  /** Says what is wrong and what would be right, and which field it is. */
  constructor(message: string, field?: string) {
    super(message);
    this.field = field;
  }
}

/** What an {@link ApiError} knows of the answer. */
export interface ApiErrorDetails {
  /** HTTP status. 200 when the service reports a failure in the body of a success. */
  readonly status: number;
  /** Which service responded: Workspace (`images`) or IAM, which gives tokens and looks up projects. */
  readonly target?: "images" | "iam" | undefined;
  /** Code such as `WKS.00211302` (Workspace) or `APIGW.0301` (gateway); absent without a readable error body. */
  readonly errorCode?: string | undefined;
  /** Text of the service, with credentials masked; absent without a readable error body. */
  readonly errorMessage?: string | undefined;
  /** ID of the request, from the header `X-Request-Id` or the body. */
  readonly requestId?: string | undefined;
  /** Seconds to wait before another attempt, from `Retry-After` or the text of the gateway's throttling. */
  readonly retryAfter?: number | undefined;
}

/** Thrown when the service answers with a failure, whatever the body of the answer is. */
export class ApiError extends WorkspaceImagesError implements ApiErrorDetails {
  override readonly name = "ApiError";
  readonly code = "API_ERROR";
  declare readonly status: number;
  declare readonly target?: "images" | "iam" | undefined;
  declare readonly errorCode?: string | undefined;
  declare readonly errorMessage?: string | undefined;
  declare readonly requestId?: string | undefined;
  declare readonly retryAfter?: number | undefined;

  /** Makes the message of the details. */
  constructor(details: ApiErrorDetails) {
    const { status, errorCode, errorMessage } = details;
    // The code of IAM is the status once more.
    const code = errorCode && errorCode !== String(status) ? ` ${errorCode}` : "";
    super(`${status}${code}: ${errorMessage || "no readable error body"}`);
    Object.assign(this, details);
  }
}

/** Thrown when no complete answer arrived: refused, reset, cut, not resolved. `cause` is the failure below, masked. */
export class ConnectionError extends WorkspaceImagesError {
  override readonly name = "ConnectionError";
  readonly code = "CONNECTION_FAILED";
}

/** Thrown when the last attempt took longer than `timeout`, or the whole call longer than `deadline`. */
export class TimeoutError extends WorkspaceImagesError {
  override readonly name = "TimeoutError";
  readonly code = "TIMED_OUT";
}

/**
 * Why a response cannot be trusted: it is a redirect, has no JSON object as its body, lacks a required part, is larger
 * than `maxResponseBytes`, does not conform to the description (`/validate`), names no or several projects for a region;
 * or the listing makes no progress, or goes on beyond the largest offset (narrow the filters).
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

/** Thrown when an answer cannot be trusted: a redirect, no JSON, a broken, empty or too large body, a listing that goes nowhere. */
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

/** Every error that a call can be rejected with, apart from the caller's own abort; `code` tells them apart. */
export type ClientError = InputError | ApiError | ConnectionError | TimeoutError | ResponseError;

/** Tells whether `error` comes from this package, also from another copy of it. */
export function isWorkspaceImagesError(error: unknown): error is ClientError {
  return error instanceof Error && BRAND in error;
}
