import { answers, createAnswer } from "./answer.ts";
import type { Body } from "./body.ts";
import { ApiError, ResponseError } from "./errors.ts";
import { readRetryAfter } from "./retry-after.ts";

/** Error texts of the service have at most 1000 characters; whatever is longer is not its own. */
const LONGEST_MESSAGE = 1000;

/** Says what a successful answer lacks, if anything. */
export type Expected = (data: Readonly<Record<string, unknown>>) => string | undefined;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first text or number among the values. */
function firstText(...values: unknown[]): string | undefined {
  const found = values.find((value) => typeof value === "string" || typeof value === "number");
  return found === undefined ? undefined : String(found);
}

/** Reads what may be an error body: that of Workspace and the gateway is flat, IAM nests code and message in `error`. */
function readError(data: unknown) {
  const { error_code, error_msg, request_id, error } = Object(data);
  const { code, message } = Object(error);
  return {
    code: firstText(error_code, code),
    message: firstText(error_msg, message),
    requestId: firstText(request_id),
  };
}

/** Makes the error of a refusal; `data` is what was parsed from its body, when it is JSON. */
export function createApiError(
  { status, headers }: Response,
  body: Body,
  data: unknown,
  show: (text: string) => string,
): ApiError {
  const { code, message, requestId } = readError(data);
  const shorten = (text: string | undefined) => text && show(text).slice(0, LONGEST_MESSAGE);
  const error = new ApiError({
    status,
    errorCode: shorten(code),
    errorMessage: shorten(message),
    requestId: shorten(headers.get("X-Request-Id") ?? requestId),
    retryAfter: readRetryAfter(headers, message),
  });
  // A response of a status beyond 599 can be received, but not made.
  if (status >= 400 && status < 600) {
    const shownHeaders = new Headers(
      [...headers].map(([name, value]): [string, string] => [name, show(value)]),
    );
    // Written anew, because JSON may have the characters of a secret escaped.
    const text = show(data === undefined ? body.text : JSON.stringify(data));
    answers.set(error, createAnswer(status, shownHeaders, { text, size: body.size }));
  }
  return error;
}

/**
 * Turns a response and its body into an answer that can be trusted.
 *
 * @param show Masks the credentials of the request in a text of the service.
 * @throws {ApiError} for a status of 400 or more, and for an error body under another status.
 * @throws {ResponseError} when the body is no JSON object, is empty, or `expected` finds something missing.
 */
export function checkAnswer(
  response: Response,
  body: Body,
  expected: Expected | undefined,
  show: (text: string) => string,
): Response {
  const { status, headers } = response;
  const data = parse(body.text);
  // A code that is not 0 says that something went wrong, whatever the status is.
  if (status >= 400 || Number(readError(data).code ?? 0) !== 0) {
    throw createApiError(response, body, data, show);
  }
  if (Object(data) !== data) {
    const type = show(headers.get("Content-Type") ?? "no content type");
    throw new ResponseError(
      `The answer has status ${status} but ${body.text ? `no JSON object (${type})` : "an empty body"}`,
      "not-json",
    );
  }
  const missing = expected?.(Object(data));
  if (missing) throw new ResponseError(`The answer has status ${status} but ${missing}`, "incomplete");
  return createAnswer(status, headers, body, data);
}
