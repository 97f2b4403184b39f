import type { Fault } from "@workspace-images/mock";

/** A fault to choose, with the name that it has in a shared address. */
export interface NamedFault {
  readonly name: string;
  readonly label: string;
  readonly fault?: Fault;
}

/** What can become of the first answer. */
export const faults: readonly NamedFault[] = [
  { name: "none", label: "is good" },
  { name: "busy", label: "is 429 with Retry-After: 1", fault: { status: 429, retryAfter: 1 } },
  { name: "unavailable", label: "is 503", fault: { status: 503 } },
  { name: "outage", label: "and the two after it are 503", fault: { status: 503, times: 3 } },
  { name: "lost", label: "never comes: connection lost", fault: { reset: true } },
  { name: "truncated", label: "breaks off in the middle", fault: { truncate: true } },
  { name: "html", label: "is a page of HTML", fault: { html: true } },
  { name: "redirect", label: "redirects to another host", fault: { redirect: "https://other.test/" } },
  { name: "expired", label: "says that the token has expired", fault: { expireToken: true } },
  { name: "total", label: "has a total_count of 1", fault: { totalCount: 1 } },
];
