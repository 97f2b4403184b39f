import fc from "fast-check";
import { expect, test } from "vitest";
import { readRetryAfter } from "../../src/call/retry-after.ts";

const NOW = Date.parse("2026-01-01T00:00:00Z");
const read = (value: string, message?: string, date?: string) =>
  readRetryAfter(new Headers({ "Retry-After": value, ...(date ? { Date: date } : {}) }), message, NOW);

test.each([
  ["0", 0],
  ["120", 120],
  ["0.25", 0.25],
  [" 7 ", 7],
  ["31536000", 31_536_000],
  ["9999999999", 9_999_999_999],
  ["00000000000000000120", 120],
  ["Thu, 01 Jan 2026 00:01:30 GMT", 90],
  ["Thursday, 01-Jan-26 00:01:30 GMT", 90],
  ["Wed, 31 Dec 2025 23:00:00 GMT", 0],
])("reads %j as %d seconds", (value, seconds) => {
  expect(read(value)).toBe(seconds);
});

test.each([
  "",
  "soon",
  "-5",
  "+5",
  "1e3",
  "0x10",
  "1, 2",
  "NaN",
  "Infinity",
  "Thu, whenever",
  "x Thu, 01 Jan 2026 00:01:30 GMT",
])("ignores %j", (value) => {
  expect(read(value)).toBeUndefined();
});

test.each([11, 20, 400])("reads a number of %d digits as three centuries", (digits) => {
  expect(read("9".repeat(digits))).toBe(10_000_000_000);
  expect(read("", `over ratelimit,limit:1,time:${"9".repeat(digits)} second`)).toBe(10_000_000_000);
});

test("compares a date with that of the response, because the clock of this machine may be wrong", () => {
  expect(read("Thu, 01 Jan 2026 05:00:10 GMT", "", "Thu, 01 Jan 2026 05:00:00 GMT")).toBe(10);
  expect(read("Thu, 01 Jan 2026 00:00:10 GMT", "", "not a date")).toBe(10);
});

test.each([
  ["policy user over ratelimit,limit:200,time:30 second", 30],
  ["The throttling threshold has been reached: policy user over ratelimit,limit:5,time:2 minute", 120],
  ["policy ip over ratelimit,limit:1000,time:1 hour", 3600],
  ["policy api over ratelimit,limit:1000,time:1 day", 86_400],
])("reads the message %j when there is no header", (message, seconds) => {
  expect(readRetryAfter(new Headers(), message)).toBe(seconds);
});

test("the header takes precedence over the message", () => {
  expect(read("3", "policy user over ratelimit,limit:200,time:1 minute")).toBe(3);
});

test("reads a long hostile message to its end, where backtracking would take hours", () => {
  expect(readRetryAfter(new Headers(), "ratelimit".repeat(200_000))).toBeUndefined();
});

test("for any header and message, the time is undefined or finite and not negative", () => {
  const date = fc.date({ noInvalidDate: true }).map((value) => value.toUTCString());
  const number = fc.double().map(String);
  const header = fc.oneof(date, number, fc.stringMatching(/^[\x20-\x7e]{0,30}$/));
  const text = fc.oneof(
    fc.string(),
    fc.bigInt().map((count) => `over ratelimit,limit:1,time:${count} day`),
  );
  fc.assert(
    fc.property(header, header, text, (retryAfter, date, message) => {
      const headers = new Headers({ "Retry-After": retryAfter, Date: date });
      const seconds = readRetryAfter(headers, message) ?? 0;
      expect(seconds).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(seconds)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
