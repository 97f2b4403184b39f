import { MockUsageError } from "../usage/mock-usage-error.ts";
import { checkProperties, type PropertyRules } from "../usage/property-rules.ts";
import type { Fault } from "./fault.ts";

const rules: PropertyRules<Fault> = {
  status: "number",
  body: "object or string",
  html: "true",
  redirect: "string",
  totalCount: "number",
  pageCap: "number",
  hidden: "number",
  ignoreOffset: "true",
  change: "function",
  shift: "number",
  expireToken: "true",
  reset: "true",
  stall: "true",
  truncate: "true",
  delay: "number",
  clockOffset: "number",
  retryAfter: "number or string",
  times: "number",
  match: "function or object",
};
const matchRules = { method: "string", path: "string or object", query: "object" };

/** Effects that only a listing can have. */
export const listingEffects = ["totalCount", "pageCap", "hidden", "ignoreOffset", "change", "shift"];
const effects = ["redirect", ...listingEffects, "expireToken", "reset"];
// At most one name of each list: two would contradict each other, or one would have no effect.
const exclusive = [
  ["body", "html", ...effects],
  ["status", ...effects],
  ["reset", "stall", "truncate"],
];

/** Throws a `MockUsageError` for a fault that is impossible or would not do what it says. */
export function checkFault(fault: Fault): void {
  checkProperties("fault", fault, rules);
  if (typeof fault.match === "object") checkProperties("match", fault.match, matchRules);
  const has = (name: string) => fault[name as keyof Fault] !== undefined;
  const clash = exclusive.map((names) => names.filter(has)).find(([, second]) => second);
  if (clash) fail(`A fault cannot combine ${clash.join(" and ")}.`);
  if (![...exclusive.flat(), "delay", "clockOffset"].some(has))
    fail("A fault needs a status, a delay or another effect.");

  function must<T extends keyof Fault>(
    name: T,
    isValid: (value: NonNullable<Fault[T]>) => boolean,
    expected: string,
  ) {
    const value = fault[name];
    if (value !== undefined && !isValid(value))
      fail(`The fault's ${name} must be ${expected}, not ${value}.`);
  }
  const least = ["body", "html"].some(has) ? 200 : 400;
  must(
    "status",
    (status) => Number.isInteger(status) && status >= least && status <= 599,
    `an integer from ${least} to 599`,
  );
  must("times", (times) => times >= 1, "1 or more");
  must("delay", (delay) => delay >= 0, "0 or more");
  must("totalCount", Number.isFinite, "finite");
  must("pageCap", (count) => count >= 0, "0 or more");
  must("hidden", (count) => count >= 0, "0 or more");
  must(
    "shift",
    (count) => Number.isInteger(count) && count !== 0 && Math.abs(count) <= 100,
    "an integer from -100 to 100 except 0",
  );
  must("clockOffset", Number.isFinite, "finite");
  must("redirect", isPrintable, "printable ASCII");
  must("retryAfter", isPrintable, "printable ASCII");
}

function isPrintable(text: unknown): boolean {
  return /^[ -~]+$/.test(`${text}`);
}

function fail(message: string): never {
  throw new MockUsageError(message);
}
