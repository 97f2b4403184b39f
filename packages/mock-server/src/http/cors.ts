import type { MockResponse } from "@workspace-images/mock";

/** Headers that let pages of any origin read a response. The service takes its credentials from headers, not cookies. */
export const corsHeaders = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "*" };

/** Returns the response to a CORS preflight, or undefined for any other request. */
export function preflightResponse({ method, headers }: Request): MockResponse | undefined {
  if (method !== "OPTIONS" || !headers.has("Access-Control-Request-Method")) return undefined;
  return {
    status: 204,
    headers: {
      "Access-Control-Allow-Headers": headers.get("Access-Control-Request-Headers") ?? "",
      "Access-Control-Allow-Methods": "GET, POST",
      "Access-Control-Max-Age": "600",
    },
    body: null,
  };
}
