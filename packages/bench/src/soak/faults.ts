import type { Fault } from "@workspace-images/mock";

/** Milliseconds that an attempt may take: less than a stalled response, more than any other on a busy machine. */
export const TIMEOUT = 5000;

/** One fault of every kind, by the name of what it does. */
export const faults: Readonly<Record<string, Fault>> = {
  ...Object.fromEntries(
    [400, 401, 403, 404, 408, 429, 500, 502, 503, 504].map((status) => [`status ${status}`, { status }]),
  ),
  "429 with Retry-After": { status: 429, retryAfter: 1 },
  "503 without a body": { status: 503, body: "" },
  "200 with a page of HTML": { html: true },
  "200 without a body": { body: "" },
  "200 with broken JSON": { body: '{"images":[' },
  "200 without images": { body: { total_count: 0 } },
  "200 with an error code": { body: { error_code: "WKS.0000", error_msg: "An error" } },
  "200 that is too large": { body: "x".repeat(2 ** 20) },
  "redirect to another host": { redirect: "http://other.test/" },
  "connection reset": { reset: true },
  "body that breaks off": { truncate: true },
  "body that stalls": { stall: true },
  "response that never begins": { delay: Number.POSITIVE_INFINITY },
  "slow response": { delay: 200 },
};
