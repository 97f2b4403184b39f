import { type Answer, documentedError } from "./answer.ts";
import type { Fault } from "./fault.ts";

const page = "<!doctype html><title>Error</title>";

/** Returns what a fault answers instead of the service, or `undefined` when it leaves the answer to it. */
export function faultAnswer(fault: Fault): Answer | undefined {
  const { status, html, body = html && page, redirect } = fault;
  // Of all redirects the one that sends everything again, bodies with passwords too.
  if (redirect) return { status: 307, body: "", headers: { Location: redirect } };
  if (body === undefined) return status ? documentedError(status) : undefined;
  return { status: status ?? 200, body, ...(html && { headers: { "Content-Type": "text/html" } }) };
}
