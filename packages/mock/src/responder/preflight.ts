import type { MockRequest } from "../requests/received-request.ts";
import type { MockResponse } from "./mock-response.ts";

/** Tells whether a request is a CORS preflight. */
export function isPreflight({ method, headers }: MockRequest): boolean {
  return method === "OPTIONS" && headers.has("access-control-request-method");
}

/** Returns the response to a CORS preflight. */
export function preflightResponse({ headers }: Pick<MockRequest, "headers">): MockResponse {
  return {
    status: 204,
    headers: {
      "Access-Control-Allow-Headers": headers.get("access-control-request-headers") ?? "*",
      "Access-Control-Allow-Methods": "GET, POST",
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Max-Age": "600",
    },
    body: null,
  };
}
