import type { Body } from "./body.ts";
import { ApiError, ResponseError } from "./errors.ts";
import { mask } from "./mask.ts";
import { readRetryAfter } from "./retry-after.ts";

/** A response whose body has been read, parsed and checked; `json()` costs nothing. */
export class Answer extends Response {
  readonly #text: string;
  readonly #data: unknown;

  constructor(text: string, data: unknown, { status, statusText, headers }: Response, size?: number) {
    super(null, { status, statusText, headers });
    this.#text = text;
    this.#data = data;
    if (size !== undefined) {
      // The body is decoded now; openapi-fetch uses json() only when a length is given.
      this.headers.delete("Content-Encoding");
      this.headers.set("Content-Length", String(size));
    }
  }
  override get body(): Response["body"] {
    return new Response(this.#text).body;
  }
  override async json(): Promise<unknown> {
    return this.#data;
  }
  override async text(): Promise<string> {
    return this.#text;
  }
  override clone(): Response {
    return new Answer(this.#text, this.#data, this);
  }
}

/** The answers behind errors; beside them, so that inspecting an error does not show them. */
export const answers = new WeakMap<ApiError, Answer>();

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Finds code and message in the error bodies of Workspace and the gateway (flat) and of IAM (nested in `error`). */
function errorFields(body: unknown): { code?: string; message?: string; id?: string } {
  if (!isRecord(body)) return {};
  const { error } = body;
  const { code, message } = isRecord(error) ? error : {};
  const fields = {
    code: body["error_code"] ?? code,
    message: body["error_msg"] ?? message,
    id: body["request_id"],
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]])),
  );
}

/** Says what a successful answer lacks, if anything. */
export type Expected = (data: Record<string, unknown>, headers: Headers) => string | undefined;

/**
 * Turns a response and its body into an answer that can be trusted.
 *
 * @throws {ApiError} for a status of 400 or more, and for an error body under another status.
 * @throws {ResponseError} when the body is no JSON object, is empty, or `expected` finds something missing.
 */
export function checkAnswer(
  response: Response,
  { text, size }: Body,
  expected: Expected | undefined,
  secrets: () => readonly string[],
): Answer {
  const data = parse(text);
  const { code, message, id } = errorFields(data);
  const { status, headers } = response;
  if (status >= 400 || (code !== undefined && Number(code) !== 0)) {
    const masked = message === undefined ? undefined : mask(message, secrets());
    const error = new ApiError({
      status,
      errorCode: code,
      errorMessage: masked,
      requestId: headers.get("X-Request-Id") ?? id,
      retryAfter: readRetryAfter(headers, message),
    });
    const shown = mask(text, secrets());
    if (status >= 400) answers.set(error, new Answer(shown, parse(shown), response, size));
    throw error;
  }
  if (!isRecord(data)) {
    const type = headers.get("Content-Type") ?? "no content type";
    throw new ResponseError(
      `The answer has status ${status} but ${text ? `no JSON object (${type})` : "an empty body"}`,
    );
  }
  const missing = expected?.(data, headers);
  if (missing) throw new ResponseError(`The answer has status ${status} but ${missing}`);
  return new Answer(text, data, response, size);
}
