import type { Fault } from "./fault.ts";
import { MockUsageError } from "./mock-usage-error.ts";
import { checkProperties, type PropertyRules } from "./property-rules.ts";

const rules: PropertyRules<Fault> = {
  status: "number",
  body: "object or string",
  html: "true",
  redirect: "string",
  totalCount: "number",
  ignoreOffset: "true",
  change: "function",
  expireToken: "true",
  reset: "true",
  stall: "true",
  truncate: "true",
  delay: "number",
  retryAfter: "number or string",
  times: "number",
  match: "function or object",
};
const matchRules = { method: "string", path: "string or object", query: "object" };

const distortions = ["redirect", "totalCount", "ignoreOffset", "change", "expireToken", "reset"];
// At most one of each: two of them would contradict each other, or one would have no effect.
const exclusive = [
  ["body", "html", ...distortions],
  ["status", ...distortions],
  ["reset", "stall", "truncate"],
];

/** Throws a `MockUsageError` for a fault that cannot happen, or that would not do what it says. */
export function checkFault(fault: Fault): void {
  const { match, status = 500, times = 1, delay = 0 } = fault;
  checkProperties("fault", fault, rules);
  if (typeof match === "object") checkProperties("match", match, matchRules);
  const has = (name: string) => name in fault;
  const clash = exclusive.map((names) => names.filter(has)).find((names) => names.length > 1);
  if (clash) fail(`A fault has only one of ${clash.join(" and ")}.`);
  if (![...exclusive.flat(), "delay"].some(has)) fail("A fault needs a status, a delay or another effect.");
  const least = has("body") || has("html") ? 200 : 400;
  if (!Number.isInteger(status) || status < least || status > 599) {
    fail(`The fault's status must be an integer from ${least} to 599, not ${status}.`);
  }
  if (!(times >= 1)) fail(`The fault's times must be 1 or more, not ${times}.`);
  if (!(delay >= 0)) fail(`The fault's delay must be 0 or more, not ${delay}.`);
}

function fail(message: string): never {
  throw new MockUsageError(message);
}
