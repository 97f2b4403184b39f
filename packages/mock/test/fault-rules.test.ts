import { expect, test } from "vitest";
import { createMock, type Fault, MockUsageError } from "../src/index.ts";

test.each<[string, object, string]>([
  ["nothing", {}, "A fault needs a status, a delay or another effect."],
  ["nothing but a number of times", { times: 2 }, "A fault needs a status, a delay or another effect."],
  [
    "a name that does not exist",
    { retry_after: 1 },
    'Unknown fault "retry_after"; known are status, body, html',
  ],
  ["a name that every object has", { toString: 1 }, 'Unknown fault "toString"'],
  ["a status that is no number", { status: "500" }, 'The fault "status" must be number, not string.'],
  [
    "a status that does not exist",
    { status: 999 },
    "The fault's status must be an integer from 400 to 599, not 999.",
  ],
  [
    "a status that is no integer",
    { status: 500.5 },
    "The fault's status must be an integer from 400 to 599, not 500.5.",
  ],
  [
    "a status that is no fault",
    { status: 200 },
    "The fault's status must be an integer from 400 to 599, not 200.",
  ],
  [
    "a status below 200",
    { status: 101, body: "" },
    "The fault's status must be an integer from 200 to 599, not 101.",
  ],
  ["a switch that is off", { html: false }, 'The fault "html" must be true, not boolean.'],
  ["two answers", { html: true, body: "" }, "A fault has only one of body and html."],
  [
    "a redirect with a status",
    { redirect: "/", status: 301 },
    "A fault has only one of status and redirect.",
  ],
  [
    "two distortions",
    { totalCount: 1, ignoreOffset: true },
    "A fault has only one of totalCount and ignoreOffset.",
  ],
  [
    "a distorted listing with a status",
    { totalCount: 1, status: 500 },
    "A fault has only one of status and totalCount.",
  ],
  [
    "two ends of the connection",
    { stall: true, truncate: true },
    "A fault has only one of stall and truncate.",
  ],
  [
    "an answer over a lost connection",
    { reset: true, status: 500 },
    "A fault has only one of status and reset.",
  ],
  ["no times", { status: 500, times: 0 }, "The fault's times must be 1 or more, not 0."],
  ["a delay that is over", { delay: -1 }, "The fault's delay must be 0 or more, not -1."],
  ["a delay that is no number", { delay: Number.NaN }, "The fault's delay must be 0 or more, not NaN."],
  [
    "a total that JSON does not have",
    { totalCount: Number.NaN },
    "The fault's totalCount must be finite, not NaN.",
  ],
  [
    "a total without end",
    { totalCount: Number.POSITIVE_INFINITY },
    "The fault's totalCount must be finite, not Infinity.",
  ],
  [
    "a line break in a header",
    { status: 503, retryAfter: "1\r\nX-Other: 1" },
    "The fault's retryAfter must be printable ASCII, not 1\r\nX-Other: 1.",
  ],
  [
    "a character that no header has",
    { redirect: "https://other.test/\u4e2d" },
    "The fault's redirect must be printable ASCII, not https://other.test/\u4e2d.",
  ],
  ["a redirect to nowhere", { redirect: "" }, "The fault's redirect must be printable ASCII, not ."],
  [
    "nothing for a value",
    { match: null, status: 500 },
    'The fault "match" must be function or object, not null.',
  ],
  [
    "nothing but what is left out",
    { status: undefined, delay: undefined },
    "A fault needs a status, a delay or another effect.",
  ],
  [
    "a match by status",
    { status: 500, match: { status: 200 } },
    'Unknown match "status"; known are method, path, query.',
  ],
  [
    "a match by text",
    { status: 500, match: "/v2" },
    'The fault "match" must be function or object, not string.',
  ],
])("a fault with %s is refused", async (_, fault, message) => {
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
