import type { MockResponse } from "./mock-response.ts";

/** Returns the response to a CORS preflight, or `undefined` for any other request. */
export function preflightResponse({ method, headers }: Request): MockResponse | undefined {
  if (method !== "OPTIONS" || !headers.has("Access-Control-Request-Method")) return undefined;
  return {
    status: 204,
    headers: {
      "Access-Control-Allow-Headers": headers.get("Access-Control-Request-Headers") ?? "",
      "Access-Control-Allow-Methods": "GET, POST",
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Max-Age": "600",
    },
    body: null,
  };
}
