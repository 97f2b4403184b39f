import type { Fault } from "@workspace-images/mock";

/** A fault that the form offers; `name` identifies it in a shared link. */
export interface NamedFault {
  readonly name: string;
  readonly label: string;
  readonly fault?: Fault;
}

/** The faults in the order in which the form shows them. */
export const faults: readonly NamedFault[] = [
  { name: "none", label: "none" },
  { name: "busy", label: "first response is 429, Retry-After: 1", fault: { status: 429, retryAfter: 1 } },
  { name: "unavailable", label: "first response is 503", fault: { status: 503 } },
  { name: "outage", label: "first three responses are 503", fault: { status: 503, times: 3 } },
  { name: "lost", label: "first connection is lost", fault: { reset: true } },
  { name: "truncated", label: "first response is cut off", fault: { truncate: true } },
  { name: "html", label: "first response is an HTML page", fault: { html: true } },
  { name: "redirect", label: "first response is a redirect", fault: { redirect: "https://other.test/" } },
  { name: "expired", label: "first token has expired", fault: { expireToken: true } },
  { name: "total", label: "first response has total_count 1", fault: { totalCount: 1 } },
];
