import { expect, test } from "vitest";
import { createMock, type Fault, MockUsageError } from "../src/index.ts";

test.each<[string, object, string]>([
  ["no property", {}, "A fault needs a status, a delay or another effect."],
  ["nothing but times", { times: 2 }, "A fault needs a status, a delay or another effect."],
  ["an unknown property", { retry_after: 1 }, 'Unknown fault "retry_after". Use one of: status, body, html'],
  ["the name of an inherited property", { toString: 1 }, 'Unknown fault "toString"'],
  [
    "a status that is not a number",
    { status: "500" },
    'The fault "status" must be of type number, not string.',
  ],
  ["a status above 599", { status: 999 }, "The fault's status must be an integer from 400 to 599, not 999."],
  [
    "a status that is not an integer",
    { status: 500.5 },
    "The fault's status must be an integer from 400 to 599, not 500.5.",
  ],
  ["a successful status", { status: 200 }, "The fault's status must be an integer from 400 to 599, not 200."],
  [
    "a status below 200",
    { status: 101, body: "" },
    "The fault's status must be an integer from 200 to 599, not 101.",
  ],
  ["a switch set to false", { html: false }, 'The fault "html" must be of type true, not boolean.'],
  ["two bodies", { html: true, body: "" }, "A fault cannot combine body and html."],
  ["a redirect with a status", { redirect: "/", status: 301 }, "A fault cannot combine status and redirect."],
  [
    "two distorted listings",
    { totalCount: 1, ignoreOffset: true },
    "A fault cannot combine totalCount and ignoreOffset.",
  ],
  [
    "a distorted listing with a status",
    { totalCount: 1, status: 500 },
    "A fault cannot combine status and totalCount.",
  ],
  [
    "two ways to lose the connection",
    { stall: true, truncate: true },
    "A fault cannot combine stall and truncate.",
  ],
  [
    "a response over a lost connection",
    { reset: true, status: 500 },
    "A fault cannot combine status and reset.",
  ],
  ["a cap with hidden images", { pageCap: 1, hidden: 1 }, "A fault cannot combine pageCap and hidden."],
  ["a negative cap", { pageCap: -1 }, "The fault's pageCap must be 0 or more, not -1."],
  ["a negative number of images", { hidden: -1 }, "The fault's hidden must be 0 or more, not -1."],
  [
    "a shift that would change nothing",
    { shift: 0 },
    "shift must be an integer from -100 to 100 except 0, not 0.",
  ],
  ["half a shift", { shift: 0.5 }, "except 0, not 0.5."],
  ["a shift by more than a page", { shift: -101 }, "except 0, not -101."],
  ["two changes of the list", { shift: 1, pageCap: 1 }, "A fault cannot combine pageCap and shift."],
  [
    "a clock that no date can show",
    { clockOffset: Number.POSITIVE_INFINITY },
    "The fault's clockOffset must be finite, not Infinity.",
  ],
  ["no times", { status: 500, times: 0 }, "The fault's times must be 1 or more, not 0."],
  ["a negative delay", { delay: -1 }, "The fault's delay must be 0 or more, not -1."],
  ["a delay of NaN", { delay: Number.NaN }, "The fault's delay must be 0 or more, not NaN."],
  ["a total of NaN", { totalCount: Number.NaN }, "The fault's totalCount must be finite, not NaN."],
  [
    "an infinite total",
    { totalCount: Number.POSITIVE_INFINITY },
    "The fault's totalCount must be finite, not Infinity.",
  ],
  [
    "a line break in a header",
    { status: 503, retryAfter: "1\r\nX-Other: 1" },
    "The fault's retryAfter must be printable ASCII, not 1\r\nX-Other: 1.",
  ],
  [
    "a character beyond ASCII in a header",
    { redirect: "https://other.test/\u4e2d" },
    "The fault's redirect must be printable ASCII, not https://other.test/\u4e2d.",
  ],
  ["an empty redirect", { redirect: "" }, "The fault's redirect must be printable ASCII, not ."],
  [
    "null as a value",
    { match: null, status: 500 },
    'The fault "match" must be of type function or object, not null.',
  ],
  [
    "nothing but undefined values",
    { status: undefined, delay: undefined },
    "A fault needs a status, a delay or another effect.",
  ],
  [
    "a match by status",
    { status: 500, match: { status: 200 } },
    'Unknown match "status". Use one of: method, path, query.',
  ],
  [
    "a string to match",
    { status: 500, match: "/v2" },
    'The fault "match" must be of type function or object, not string.',
  ],
])("rejects a fault with %s", async (_, fault, message) => {
  const mock = createMock();
  let error: unknown;
  try {
    mock.inject(fault as Fault);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(MockUsageError);
  expect(error).toMatchObject({ name: "MockUsageError", message: expect.stringContaining(message) });
  const response = await mock.fetch(`${mock.url}/v2/p/images`, { headers: { "X-Auth-Token": "t" } });
  expect(response.status).toBe(200);
});

test.each<Fault>([
  { status: 599 },
  { status: 400 },
  { status: 200, body: "" },
  { status: 200, html: true },
  { status: 500, times: 1 },
  { delay: 0 },
  { pageCap: 0 },
  { hidden: 0 },
  { shift: 100 },
  { shift: -100 },
])("accepts %o, at a limit of what is allowed", (fault) => {
  expect(() => createMock().inject(fault)).not.toThrow();
});
