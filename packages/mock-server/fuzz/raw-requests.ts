import fc from "fast-check";
import { type GeneratedRequest, generatedRequest, sendable } from "./generated-request.ts";

/** A request as the bytes to send, one character a byte. */
export interface RawRequest {
  readonly bytes: string;
  /** Whether it is one complete request, which must get a response. */
  readonly isWhole: boolean;
}

const latin1 = (text: string) => Buffer.from(text, "utf8").toString("latin1");

function serialize({ url, init }: ReturnType<typeof sendable>): string {
  const { host, pathname, search } = new URL(url);
  const body = latin1((init.body as string | undefined) ?? "");
  const lines = [
    `${init.method} ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    "Connection: close",
    ...Object.entries(init.headers ?? {}).map(([name, value]) => `${name}: ${latin1(value)}`),
    ...(body || init.method === "POST" ? [`Content-Length: ${body.length}`] : []),
  ];
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}

const request = (
  method: string,
  target: string,
  body?: string,
  type = "application/json",
): GeneratedRequest => ({
  method,
  target,
  headers: body === undefined ? {} : { "Content-Type": type },
  signing: undefined,
  body,
});

// Faults that let the response arrive; those that lose it are only generated in impossible combinations.
const fault = fc.oneof(
  fc.record(
    {
      status: fc.oneof(
        fc.constantFrom(200, 204, 304, 400, 401, 429, 503, 599, 600, -1),
        fc.integer(),
        fc.string(),
      ),
      body: fc.oneof(fc.jsonValue(), fc.string()),
      html: fc.constantFrom(true, false, 1),
      retryAfter: fc.oneof(fc.integer(), fc.string(), fc.constant("\n")),
      totalCount: fc.oneof(fc.double(), fc.string()),
      shift: fc.oneof(fc.constantFrom(0, 1, -1, 1.5, 101), fc.string()),
      clockOffset: fc.oneof(fc.constantFrom(0, 3_600_000, -3_600_000, 1e300), fc.string()),
      pageCap: fc.oneof(fc.constantFrom(0, 1, 1.5, -1), fc.string()),
      hidden: fc.constantFrom(0, 1, 1e9, -1, null),
      times: fc.constantFrom(0, 1, 2, 1.5, "2", null),
      match: fc.oneof(
        fc.constantFrom<unknown>(
          {},
          { method: "GET" },
          { path: "/v3/projects" },
          { path: {} },
          { query: 1 },
          "GET",
        ),
        fc.record({ method: fc.string(), query: fc.dictionary(fc.string(), fc.string()) }),
      ),
    },
    { requiredKeys: [] },
  ),
  fc.constantFrom(
    { reset: true, stall: true },
    { stall: false },
    { change: "x" },
    { delay: -1 },
    { reset: 1 },
  ),
  fc.jsonValue(),
);
const images = fc.oneof(
  fc.constantFrom<unknown>({ images: [{ id: "a" }] }, { images: [{ id: "a" }, { id: "a" }] }, [], {
    images: {},
  }),
  fc.record({ images: fc.array(fc.record({ id: fc.string(), name: fc.jsonValue() }), { maxLength: 3 }) }),
);
const clock = fc.record({
  offsetSeconds: fc.oneof(fc.constantFrom<unknown>(0, 60, 1e300, "1", null), fc.double()),
});
const json = (value: unknown) => JSON.stringify(value) ?? "";

const control = fc.oneof(
  fault.map((value) => request("POST", "/_mock/faults", json(value))),
  fc.constant(request("DELETE", "/_mock/faults")),
  images.map((value) => request("PUT", "/_mock/images", json(value))),
  clock.map((value) => request("PUT", "/_mock/clock", json(value))),
  fc
    .tuple(
      fc.constantFrom("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"),
      fc.constantFrom(
        "health",
        "faults",
        "images",
        "clock",
        "reset",
        "nothing",
        "../v2/p/images",
        "%",
        "__proto__",
      ),
      fc.oneof(fc.constantFrom(undefined, "", "{", "null", "{}", "1", '{"__proto__":1}'), fc.json()),
      fc.constantFrom("application/json", "text/plain", "", ";", "application/json;charset=utf-16"),
    )
    .map(([method, path, body, type]) => request(method, `/_mock/${path}`, body, type)),
  fc.constantFrom(request("DELETE", "/_mock/requests"), request("GET", "/_mock/health")),
);

const byte = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));
const insertion = fc.oneof(
  byte,
  fc.string({ unit: byte, maxLength: 20 }),
  fc.constantFrom(
    "\r\n",
    "\n",
    "\0",
    "\r\nHost: x:99999",
    "\r\nHost: y",
    "\r\nTransfer-Encoding: chunked",
    "\r\nContent-Length: 5",
    "\r\nContent-Length: -1",
    "\r\nContent-Type: ;",
    "\r\nContent-Type: application/json",
    "\r\nExpect: 100-continue",
    "\r\nExpect: nonsense",
    "\r\nUpgrade: websocket\r\nConnection: Upgrade",
    "\r\nOrigin: null",
    "\r\nPrefer: code=404, example=nope",
    "\r\nPrefer: dynamic=maybe",
    "\r\nX-Sdk-Date: tomorrow",
    `\r\nX-Long: ${"x".repeat(70_000)}`,
    `?${"a=b&".repeat(9000)}`,
  ),
);
const oddHeader = fc.constantFrom(
  "Content-Type: ;",
  "Content-Type: json",
  "Content-Type:",
  "X-Security-Token:",
  "X-Project-Id:",
  "X-Auth-Token: \xff",
  "Authorization: SDK-HMAC-SHA256 Access=, SignedHeaders=, Signature=",
  "X-Sdk-Date: tomorrow",
  "Prefer: code=404, example=nope",
  "Prefer: dynamic=maybe",
  "Prefer: example=__proto__",
  "Accept: ;",
  "Accept-Encoding: nonsense",
  "Access-Control-Request-Method: GET",
  "Origin: null",
  "Expect: 100-continue",
  "Expect: nonsense",
);
/** Puts something in the place of a part of a text. Positions are fractions, most of them in the head of the request. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.constantFrom(0, 0, 1, 3, 20, 1000),
  insertion,
  isLineEnd: fc.boolean(),
});

function mutate(
  text: string,
  { at, length, insertion, isLineEnd }: { at: number; length: number; insertion: string; isLineEnd: boolean },
) {
  const position = Math.floor(at * text.length);
  const start = isLineEnd ? Math.max(0, text.indexOf("\r\n", position)) : position;
  return text.slice(0, start) + insertion + text.slice(start + length);
}

/** Requests to an origin: well-formed ones, valid or not, and malformed ones. */
export function rawRequests(origin: string): fc.Arbitrary<RawRequest> {
  const whole = fc
    .oneof({ weight: 4, arbitrary: generatedRequest }, { weight: 1, arbitrary: control })
    .map((generated) => serialize(sendable(generated, origin)));
  const odd = fc
    .tuple(whole, fc.array(oddHeader, { minLength: 1, maxLength: 2 }))
    .map(([text, headers]) => text.replace("\r\n", () => `\r\n${headers.join("\r\n")}\r\n`));
  const malformed = fc
    .tuple(whole, fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([text, mutations]) => mutations.reduce(mutate, text));
  const garbage = fc.string({ unit: byte, minLength: 1, maxLength: 200 });
  return fc.oneof(
    { weight: 7, arbitrary: whole.map((bytes) => ({ bytes, isWhole: true })) },
    { weight: 5, arbitrary: odd.map((bytes) => ({ bytes, isWhole: true })) },
    { weight: 7, arbitrary: malformed.map((bytes) => ({ bytes, isWhole: false })) },
    { weight: 1, arbitrary: garbage.map((bytes) => ({ bytes, isWhole: false })) },
  );
}
