import type { Body } from "./body.ts";
import type { ApiError } from "./errors.ts";

/** What has been parsed from the bodies of answers already. */
const parsed = new WeakMap<Response, unknown>();

/** The answers behind errors; beside them, so that inspecting an error does not show them. */
export const answers = new WeakMap<ApiError, Response>();

/** Makes a response of a body that has been read, for middleware and callers to read again. */
export function createAnswer(
  status: number,
  headers: Headers,
  { text, size }: Body,
  data?: unknown,
): Response {
  // The text of the status is left out: what is received may be none that a new response can have.
  const answer = new Response(text, { status, headers });
  if (headers.has("Content-Encoding")) {
    // The body is decoded now.
    answer.headers.delete("Content-Encoding");
    answer.headers.set("Content-Length", String(size));
  }
  if (data !== undefined) parsed.set(answer, data);
  return answer;
}

/** Gives what is in the body of an answer, without parsing it twice. */
export async function readAnswer(answer: Response): Promise<unknown> {
  return parsed.get(answer) ?? answer.json();
}
