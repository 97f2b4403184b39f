import type { MockResponse } from "@workspace-images/mock";

/** Let pages of any origin read an answer. Credentials of this service are headers, so none are of the browser's. */
export const anyOrigin = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "*" };

/** Answers the preflight of a browser; undefined for any other request. */
export function answerPreflight({ method, headers }: Request): MockResponse | undefined {
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
