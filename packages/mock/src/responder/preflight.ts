import type { MockResponse } from "./mock-response.ts";

/** Tells whether a request is a CORS preflight. */
export function isPreflight({ method, headers }: Request): boolean {
  return method === "OPTIONS" && headers.has("Access-Control-Request-Method");
}

/** Returns the response to a CORS preflight. */
export function preflightResponse({ headers }: Request): MockResponse {
  return {
    status: 204,
    headers: {
      "Access-Control-Allow-Headers": headers.get("Access-Control-Request-Headers") ?? "*",
      "Access-Control-Allow-Methods": "GET, POST",
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Max-Age": "600",
    },
    body: null,
  };
}
