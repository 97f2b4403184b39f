import type { ServiceResponse } from "../service/service-response.ts";
import type { Fault } from "./fault.ts";

const page = "<!doctype html><title>Error</title>";

/**
 * Returns the response of a fault, or `undefined` if there is none. `usualError` gives the error for a fault that has a
 * status alone.
 */
export function faultResponse(
  fault: Fault,
  usualError: (status: number) => ServiceResponse,
): ServiceResponse | undefined {
  const { status, html, body = html && page, redirect } = fault;
  // Unlike 302, a 307 makes clients send everything again, including bodies with passwords.
  if (redirect) return { status: 307, body: "", headers: { Location: redirect } };
  if (body === undefined) return status ? usualError(status) : undefined;
  return { status: status ?? 200, body, ...(html && { headers: { "Content-Type": "text/html" } }) };
}
