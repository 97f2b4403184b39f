import { ApiError, ResponseError, type ResponseErrorReason } from "../errors/errors.ts";
import type { ApiErrorDetails } from "../errors/report.ts";
import type { Exchange } from "./call.ts";
import type { Failure, Outcome } from "./outcome.ts";
import { readRetryAfter } from "./retry-after.ts";

/**
 * Longest error message in characters, because `error_msg` of the service has at most 1000. Longer ones are cut.
 *
 * @see https://github.com/mingyang91/huawei-cloud-api-definitions `schemas/Workspace/src/ListImages.json`
 */
const LONGEST_MESSAGE = 1000;

/** What is known about the body of a response. */
interface Body {
  /** Absent when the body could not be read. */
  readonly text?: string;
  /** Absent when the text is not JSON. */
  readonly data?: unknown;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Characters of a body that is parsed at once: a page has less than half of it. */
const LARGE = 2 ** 17;
/** Opening brackets of a larger body; a page has one per image, and to parse millions within each other takes seconds. */
const MOST_BRACKETS = 50_000;

/** Parses JSON; returns undefined if it is none. */
export function parse(text: string): unknown {
  if (text.length > LARGE && text.replace(/[^[{]+/g, "").length > MOST_BRACKETS) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns the first string or number among the values. */
function firstText(...values: unknown[]): string | undefined {
  const found = values.find((value) => typeof value === "string" || typeof value === "number");
  return found === undefined ? undefined : String(found);
}

/** Reads a possible error body: that of Workspace and the gateway is flat, IAM nests code and message in `error`. */
function readError(data: unknown) {
  const { error_code, error_msg, request_id, error } = Object(data);
  const { code, message } = Object(error);
  return {
    code: firstText(error_code, code),
    message: firstText(error_msg, message),
    requestId: firstText(request_id),
  };
}

/** Returns whether a response is a redirect, or came after one. */
export function isRedirect({ status, type, redirected }: Response): boolean {
  return redirected || type === "opaqueredirect" || (status >= 300 && status < 400);
}

/** Creates a response from a body that has been read. */
function createResponse(status: number, headers: HeadersInit, bytes: Uint8Array<ArrayBuffer>): Response {
  // Without the status text: what was received may not be allowed in a new response.
  const response = new Response(bytes, { status, headers });
  response.headers.delete("Content-Encoding"); // The body is decoded now.
  response.headers.set("Content-Length", String(bytes.byteLength));
  return response;
}

/** Masks a body. It is serialized again first, because JSON may escape the characters of a secret. */
function maskBody({ text = "", data }: Body, mask: (text: string) => string): string {
  try {
    return mask(data === undefined ? text : JSON.stringify(data));
  } catch {
    return ""; // Nested too deeply.
  }
}

/**
 * Makes the failure of a response whose status or body reports one.
 *
 * @param mask Masks the credentials of the request.
 */
export function reject(
  { status, headers }: Response,
  body: Body,
  target: ApiErrorDetails["target"],
  mask: (text: string) => string,
): Failure & { readonly failure: ApiError } {
  const { code, message, requestId } = readError(body.data);
  const shorten = (value: string | undefined) => value && mask(value).slice(0, LONGEST_MESSAGE);
  const failure = new ApiError({
    status,
    target,
    errorCode: shorten(code),
    errorMessage: shorten(message),
    requestId: shorten(headers.get("X-Request-Id") ?? requestId),
    retryAfter: readRetryAfter(headers, message),
  });
  // A response with a status above 599 can be received, but not created.
  if (status < 400 || status > 599) return { failure };
  const toResponse = () => {
    const shown = [...headers].map(([name, value]): [string, string] => [name, mask(value)]);
    return createResponse(status, shown, encoder.encode(maskBody(body, mask)));
  };
  return { failure, data: body.data, toResponse };
}

/**
 * Checks a response whose body has arrived: it is a success with a JSON object that lacks nothing, or a failure.
 *
 * @param mask Masks the credentials of the request.
 */
export function checkResponse(
  response: Response,
  bytes: Uint8Array<ArrayBuffer>,
  { target, findMissing }: Pick<Exchange, "target" | "findMissing">,
  mask: (text: string) => string,
): Outcome {
  const { status, headers } = response;
  const text = decoder.decode(bytes);
  const data = parse(text);
  // An error code other than 0 reports a failure, whatever the status is.
  if (status >= 400 || Number(readError(data).code ?? 0) !== 0) {
    return reject(response, { text, data }, target, mask);
  }
  const fail = (problem: string, reason: ResponseErrorReason) => ({
    failure: new ResponseError(`The response has status ${status} but ${problem}`, reason),
  });
  const success = Object(data);
  if (success !== data) {
    const type = mask(headers.get("Content-Type") ?? "no content type");
    return fail(text ? `its body is not a JSON object (${type})` : "an empty body", "not-json");
  }
  const missing = findMissing?.(success);
  if (missing) return fail(`no ${missing}`, "incomplete");
  const toResponse = () => createResponse(status, headers, bytes);
  return { received: response, data: success, toResponse };
}
