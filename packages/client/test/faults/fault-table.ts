import { gzipSync } from "node:zlib";
import { accessKeyAuth } from "../../src/auth/access-key-auth.ts";
import { passwordAuth } from "../../src/auth/password-auth.ts";
import { type ImagesClientOptions, tokenAuth } from "../../src/index.ts";
import { type Fault, head, raw, reset, respond, silence } from "./fault-server.ts";

/** URLs that a fault may need. */
export interface Urls {
  /** The server with the fault. */
  readonly endpoint: string;
  /** A server that must never receive a request. */
  readonly elsewhere: string;
  /** A URL where nobody listens. */
  readonly nowhere: string;
}

/** The outcome of a call. */
export interface Expectation {
  /** Number of images, when the call succeeds. */
  readonly images?: number;
  /** Properties of the error, when the call fails. */
  readonly error?: Readonly<Record<string, unknown>>;
  /** Number of requests that the server receives. */
  readonly requests: number;
}

/** A fault, its outcome for the caller in words, and the expectation that proves it. */
export interface FaultRow {
  readonly fault: string;
  readonly outcome: string;
  readonly expectation: Expectation;
  readonly faults: (urls: Urls) => Fault[];
  readonly options?: (urls: Urls) => Partial<ImagesClientOptions>;
}

const IMAGES = [{ id: "a" }, { id: "b" }];
const PAGE = { images: IMAGES, total_count: 2 };
const success = respond(200, PAGE);
const json = JSON.stringify(PAGE);
const deep = "[".repeat(100_000) + "]".repeat(100_000);
const lengthOf = (body: string | Uint8Array) => ({ "Content-Length": Buffer.byteLength(body) });

const RETRIED = { images: 2, requests: 2 };
const LOST = { error: { code: "CONNECTION_FAILED" }, requests: 3 };
const TIMED_OUT = { error: { code: "TIMED_OUT" }, requests: 3 };
const UNTRUSTED = { error: { code: "UNTRUSTED_RESPONSE" }, requests: 1 };
const apiError = (status: number, requests = 1, details = {}) => ({
  error: { code: "API_ERROR", status, ...details },
  requests,
});

const lost: FaultRow[] = [
  {
    fault: "Nobody listens: the connection is refused",
    outcome: "Retried; then `ConnectionError`",
    expectation: { ...LOST, requests: 0 },
    faults: () => [],
    options: ({ nowhere }) => ({ endpoint: nowhere }),
  },
  {
    fault: "The connection is reset before the response",
    outcome: "Retried; then `ConnectionError`",
    expectation: LOST,
    faults: () => [reset],
  },
  {
    fault: "The connection is reset once, and the next attempt succeeds",
    outcome: "Retried; the page",
    expectation: RETRIED,
    faults: () => [reset, success],
  },
  {
    fault: "The connection is closed before the response",
    outcome: "Retried; then `ConnectionError`",
    expectation: LOST,
    faults: () => [raw("")],
  },
  {
    fault: "The connection is reset in the middle of the headers",
    outcome: "Retried; then `ConnectionError`",
    expectation: LOST,
    faults: () => [raw("HTTP/1.1 200 OK\r\nContent-Ty", "reset")],
  },
  {
    fault: "The connection is reset in the middle of the body",
    outcome: "Retried; then `ConnectionError`",
    expectation: LOST,
    faults: () => [raw(head(200, lengthOf(json)) + json.slice(0, 20), "reset")],
  },
  {
    fault: "The connection is closed before the end of the announced body",
    outcome: "Retried; then `ConnectionError`",
    expectation: LOST,
    faults: () => [raw(head(200, lengthOf(json)) + json.slice(0, 20))],
  },
  {
    fault: "A chunked body ends without its last chunk",
    outcome: "Retried; then `ConnectionError`",
    expectation: LOST,
    faults: () => [raw(`${head(200, { "Transfer-Encoding": "chunked" })}5\r\n{"ima\r\n`)],
  },
  {
    fault: "What arrives is not HTTP",
    outcome: "Retried; then `ConnectionError`",
    expectation: LOST,
    faults: () => [raw("SSH-2.0-OpenSSH_9.9\r\n")],
  },
  {
    fault: "The headers are larger than the runtime allows",
    outcome: "Retried; then `ConnectionError`",
    expectation: LOST,
    faults: () => [raw(head(200, { "X-Large": "x".repeat(100_000) }))],
  },
  {
    fault: "A body compressed with gzip is corrupted",
    outcome: "Retried; then `ConnectionError`",
    expectation: LOST,
    faults: () => {
      const body = Buffer.concat([gzipSync(json).subarray(0, 15), Buffer.from("not what was compressed")]);
      return [
        raw(Buffer.concat([Buffer.from(head(200, { "Content-Encoding": "gzip", ...lengthOf(body) })), body])),
      ];
    },
  },
];

const late: FaultRow[] = [
  {
    fault: "No response arrives",
    outcome: "Aborted after `timeout` and retried; then `TimeoutError`",
    expectation: TIMED_OUT,
    faults: () => [silence],
  },
  {
    fault: "The response stops in the middle of the headers",
    outcome: "Aborted after `timeout` and retried; then `TimeoutError`",
    expectation: TIMED_OUT,
    faults: () => [raw("HTTP/1.1 200 OK\r\nContent-Ty", "stall")],
  },
  {
    fault: "The response stops in the middle of the body",
    outcome: "Aborted after `timeout` and retried; then `TimeoutError`",
    expectation: TIMED_OUT,
    faults: () => [raw(head(200, lengthOf(json)) + json.slice(0, 20), "stall")],
  },
  {
    fault: "Status 401 with a body that is cut off",
    outcome: "`ApiError`; not retried, because the credentials are rejected",
    expectation: apiError(401),
    faults: () => [raw(head(401, lengthOf(json)) + json.slice(0, 20))],
  },
  {
    fault: "Status 401 with a body that stalls",
    outcome: "`ApiError` after `timeout`; not retried, because the credentials are rejected",
    expectation: apiError(401),
    faults: () => [raw(head(401, lengthOf(json)) + json.slice(0, 20), "stall")],
    options: () => ({ timeout: 1500 }),
  },
  {
    fault: "Status 403 with a body that stalls, and there is a `deadline`",
    outcome: "`TimeoutError` at the deadline",
    expectation: {
      error: { code: "TIMED_OUT", message: "The call did not end within its deadline of 100 ms" },
      requests: 1,
    },
    faults: () => [raw(head(403, lengthOf(json)) + json.slice(0, 20), "stall")],
    options: () => ({ timeout: 5000, deadline: 100 }),
  },
  {
    fault: "Status 401 with a body nested too deeply to be serialized",
    outcome: "`ApiError`; not retried, because the credentials are rejected",
    expectation: apiError(401),
    faults: () => [raw(head(401, lengthOf(deep)) + deep)],
  },
  {
    fault: "Status 503 with a body beyond `maxResponseBytes`",
    outcome: "Retried; then `ApiError`",
    expectation: apiError(503, 3),
    faults: () => [respond(503, { padding: "x".repeat(5000) })],
    options: () => ({ maxResponseBytes: 1000 }),
  },
  {
    fault: "The first response never arrives, the second attempt succeeds",
    outcome: "Retried; the page",
    expectation: RETRIED,
    faults: () => [silence, success],
    options: () => ({ timeout: 1500 }),
  },
  {
    fault: "The body arrives so slowly that it never ends",
    outcome: "Aborted after `timeout` and retried; then `TimeoutError`",
    expectation: TIMED_OUT,
    faults: () => [
      (socket) => {
        socket.write(head(200));
        const drip = setInterval(() => socket.write(" "), 10);
        socket.on("close", () => clearInterval(drip));
      },
    ],
  },
];

const untrusted: FaultRow[] = [
  {
    fault: "Status 200 with half of a JSON body",
    outcome: "`ResponseError`; not retried",
    expectation: UNTRUSTED,
    faults: () => [respond(200, json.slice(0, 20), { "Content-Type": "application/json" })],
  },
  {
    fault: "Status 200 with HTML, as from a captive portal",
    outcome: "`ResponseError` that names the content type",
    expectation: {
      error: {
        code: "UNTRUSTED_RESPONSE",
        message: "The response has status 200 but its body is not a JSON object (text/html)",
      },
      requests: 1,
    },
    faults: () => [respond(200, "<html>Sign in</html>")],
  },
  {
    fault: "Status 200 without a body",
    outcome: "`ResponseError`; never an empty listing",
    expectation: UNTRUSTED,
    faults: () => [respond(200)],
  },
  {
    fault: "Status 204",
    outcome: "`ResponseError`; never an empty listing",
    expectation: UNTRUSTED,
    faults: () => [raw(head(204))],
  },
  {
    fault: "Status 200 with JSON that has no `images`",
    outcome: "`ResponseError`; never an empty listing",
    expectation: UNTRUSTED,
    faults: () => [respond(200, { total_count: 0 })],
  },
  {
    fault: "Status 200 with `images` that is not an array",
    outcome: "`ResponseError`",
    expectation: UNTRUSTED,
    faults: () => [respond(200, { images: {}, total_count: 0 })],
  },
  {
    fault: "Status 200 with an image that is `null`",
    outcome: "`ResponseError`",
    expectation: UNTRUSTED,
    faults: () => [respond(200, { images: [null] })],
  },
  {
    fault: "Status 200 with an image without an `id`, or one that is not a string",
    outcome: "`ResponseError`",
    expectation: UNTRUSTED,
    faults: () => [respond(200, { images: [{ id: "a" }, { id: 7 }] })],
  },
  {
    fault: "Status 200 with JSON that is nested deeply and large",
    outcome: "`ResponseError`; not parsed",
    expectation: UNTRUSTED,
    faults: () => [respond(200, `{"images":${deep}}`)],
  },
  {
    fault: "Status 200 with `null`",
    outcome: "`ResponseError`",
    expectation: UNTRUSTED,
    faults: () => [respond(200, "null", { "Content-Type": "application/json" })],
  },
  {
    fault: "A body compressed with gzip is cut off, and the length matches",
    outcome: "`ResponseError`, because the rest is not JSON; never a part of a listing",
    expectation: UNTRUSTED,
    faults: () => {
      const body = gzipSync(json).subarray(0, -20);
      return [
        raw(Buffer.concat([Buffer.from(head(200, { "Content-Encoding": "gzip", ...lengthOf(body) })), body])),
      ];
    },
  },
  {
    fault: "A body beyond `maxResponseBytes`",
    outcome: "`ResponseError`; the rest is not read",
    expectation: UNTRUSTED,
    faults: () => [respond(200, { ...PAGE, padding: "x".repeat(5000) })],
    options: () => ({ maxResponseBytes: 5000 }),
  },
  {
    fault: "A body that never ends",
    outcome: "`ResponseError`; the connection is closed",
    expectation: UNTRUSTED,
    faults: () => [
      (socket) => {
        const more = () => {
          while (socket.writable && socket.write(Buffer.alloc(65_536, " ")));
        };
        socket.on("drain", more);
        socket.write(head(200));
        more();
      },
    ],
  },
  {
    fault: "A body that is small compressed and huge decompressed",
    outcome: "`ResponseError` as soon as it exceeds `maxResponseBytes`",
    expectation: UNTRUSTED,
    faults: () => {
      const body = gzipSync(Buffer.alloc(2 ** 26, " "), { level: 1 });
      return [
        raw(Buffer.concat([Buffer.from(head(200, { "Content-Encoding": "gzip", ...lengthOf(body) })), body])),
      ];
    },
  },
];

const RETRIED_STATUSES = [408, 429, 500, 502, 503, 504];
const FINAL_STATUSES = [400, 401, 403, 404, 405, 501];
const WORKSPACE_ERROR = { error_code: "WKS.00211302", error_msg: "Something is wrong" };
const THROTTLED = {
  error_code: "APIG.0308",
  error_msg: "The throttling threshold has been reached: policy user over ratelimit,limit:200,time:1 minute",
};

const failures: FaultRow[] = [
  ...RETRIED_STATUSES.map((status) => ({
    fault: `Status ${status} once, and the next attempt succeeds`,
    outcome: "Retried; the page",
    expectation: RETRIED,
    faults: () => [respond(status, WORKSPACE_ERROR), success],
  })),
  ...FINAL_STATUSES.map((status) => ({
    fault: `Status ${status}`,
    outcome: "`ApiError` with the code and the message of the service; not retried",
    expectation: apiError(status, 1, { errorCode: "WKS.00211302", errorMessage: "Something is wrong" }),
    faults: () => [respond(status, WORKSPACE_ERROR)],
  })),
  {
    fault: "Status 502 with HTML",
    outcome: "Retried; then `ApiError` with the status and without a code",
    expectation: apiError(502, 3, { errorCode: undefined, errorMessage: undefined }),
    faults: () => [respond(502, "<html>Bad Gateway</html>")],
  },
  {
    fault: "Status 500 without a body",
    outcome: "Retried; then `ApiError` with the status; never success",
    expectation: apiError(500, 3),
    faults: () => [respond(500)],
  },
  {
    fault: "A status that does not exist",
    outcome: "`ApiError` with the status",
    expectation: apiError(999),
    faults: () => [respond(999, WORKSPACE_ERROR)],
  },
  {
    fault: "Status 200 with an error body",
    outcome: "`ApiError` with the status 200",
    expectation: apiError(200, 1, { errorCode: "WKS.00211302" }),
    faults: () => [respond(200, { ...PAGE, ...WORKSPACE_ERROR })],
  },
  ...["0", 0].map((code) => ({
    fault: `Status 200 with the \`error_code\` ${JSON.stringify(code)}`,
    outcome: "The page, because this code reports no failure",
    expectation: { images: 2, requests: 1 },
    faults: () => [respond(200, { ...PAGE, error_code: code, error_msg: "" })],
  })),
  {
    fault: "A status text that is not ASCII",
    outcome: "The page",
    expectation: { images: 2, requests: 1 },
    faults: () => [
      raw(`HTTP/1.1 200 \u6210\u529f\r\nContent-Length: ${json.length}\r\nConnection: close\r\n\r\n${json}`),
    ],
  },
];

const throttled = (headers: Readonly<Record<string, string>>, body: object = WORKSPACE_ERROR) =>
  respond(429, body, headers);
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

const waits: FaultRow[] = [
  {
    fault: "Status 429 with `Retry-After` in seconds",
    outcome: "Retried after that time; the page",
    expectation: RETRIED,
    faults: () => [throttled({ "Retry-After": "0.1" }), success],
  },
  {
    fault: "Status 429 with `Retry-After` as a date that has passed",
    outcome: "Retried at once; the page",
    expectation: RETRIED,
    faults: () => [throttled({ "Retry-After": inSeconds(-3600) }), success],
  },
  {
    fault: "Status 429 with `Retry-After` that is neither a number nor a date",
    outcome: "Retried as without it; the page",
    expectation: RETRIED,
    faults: () => [throttled({ "Retry-After": "-1e3; soon" }), success],
  },
  {
    fault: "Status 429 with `Retry-After` as a date later than `maxDelay`",
    outcome: "`ApiError` at once, with `retryAfter` in seconds",
    expectation: apiError(429, 1, { retryAfter: 60 }),
    faults: () => [
      throttled({ "Retry-After": "Wed, 21 Oct 2015 07:29:00 GMT", Date: "Wed, 21 Oct 2015 07:28:00 GMT" }),
    ],
  },
  {
    fault: "Status 429 with `Retry-After` of a year",
    outcome: "`ApiError` at once, with `retryAfter` in seconds",
    expectation: apiError(429, 1, { retryAfter: 31_536_000 }),
    faults: () => [throttled({ "Retry-After": "31536000" })],
  },
  {
    fault: "Status 429 with `Retry-After` beyond the rest of `deadline`",
    outcome: "`ApiError` at once",
    expectation: apiError(429, 1, { retryAfter: 10 }),
    faults: () => [throttled({ "Retry-After": "10" })],
    options: () => ({ deadline: 5000 }),
  },
  {
    fault: "Status 429 with the time in the message of the gateway (APIG.0308) instead of `Retry-After`",
    outcome: "`ApiError` at once, because the time is longer than `maxDelay`",
    expectation: apiError(429, 1, { errorCode: "APIG.0308", retryAfter: 60 }),
    faults: () => [throttled({}, THROTTLED)],
  },
];

const redirects = [301, 302, 303, 307, 308].flatMap((status): FaultRow[] => [
  {
    fault: `Status ${status} to the same origin`,
    outcome: "`ResponseError`; not followed",
    expectation: UNTRUSTED,
    faults: ({ endpoint }) => [respond(status, "", { Location: `${endpoint}/v2/p/images/` }), success],
  },
  {
    fault: `Status ${status} to another origin`,
    outcome: "`ResponseError`; the other origin receives nothing",
    expectation: UNTRUSTED,
    faults: ({ elsewhere }) => [respond(status, PAGE, { Location: `${elsewhere}/v2/p/images` })],
  },
]);

const counts = [1, -1, "two", null].map(
  (total): FaultRow => ({
    fault: `A \`total_count\` of ${JSON.stringify(total)} beside two images`,
    outcome: "The page unchanged; nothing depends on the count",
    expectation: { images: 2, requests: 1 },
    faults: () => [respond(200, { images: IMAGES, total_count: total })],
  }),
);

const rejected = respond(401, { error_code: "APIGW.0307", error_msg: "The token must be updated" });
/** Accepts one token only. */
const onlyFor =
  (token: string): Fault =>
  (socket, request) =>
    (request.headers.get("X-Auth-Token") === token ? success : rejected)(socket, request);

const clockFrom = (text: string) =>
  Date.parse(text.replace(/(....)(..)(..)T(..)(..)(..)Z/, "$1-$2-$3T$4:$5:$6Z"));
/** Rejects signatures whose time is not its own, which is an hour ahead. */
const anHourAhead: Fault = (socket, request) => {
  const now = Date.now() + 3_600_000;
  const isNear = Math.abs(clockFrom(request.headers.get("X-Sdk-Date") ?? "") - now) < 900_000;
  const date = { Date: new Date(now).toUTCString() };
  const body = { error_code: "APIGW.0301", error_msg: "Incorrect IAM authentication information" };
  respond(isNear ? 200 : 401, isNear ? PAGE : body, date)(socket, request);
};

const accessKey = (id: string, lifetime = 3_600_000) => ({
  accessKey: id,
  secretKey: "not-a-real-secret",
  expiresAt: new Date(Date.now() + lifetime),
});
const onlySignedWith =
  (id: string): Fault =>
  (socket, request) =>
    (request.headers.get("Authorization")?.includes(`Access=${id},`) ? success : rejected)(socket, request);

const USER = { user: "someone", password: "not-a-real-password", account: "somebody" };

const credentials: FaultRow[] = [
  {
    fault: "The token expires, and the provider returns another one",
    outcome: "The provider is called once with the rejected token, the request replayed once; the page",
    expectation: RETRIED,
    faults: () => [onlyFor("second")],
    options: () => {
      let token = "first";
      return {
        auth: tokenAuth(({ rejected }) => {
          if (rejected === token) token = "second";
          return token;
        }),
      };
    },
  },
  {
    fault: "The token expires, and the provider returns the same one",
    outcome: "`ApiError` with status 401; not replayed",
    expectation: apiError(401),
    faults: () => [rejected],
    options: () => ({ auth: tokenAuth(() => "first") }),
  },
  {
    fault: "Every new token of the provider is rejected, too",
    outcome: "`ApiError` with status 401 after one replay; never a loop",
    expectation: apiError(401, 2),
    faults: () => [rejected],
    options: () => {
      let count = 0;
      return { auth: tokenAuth(() => `token-${count++}`) };
    },
  },
  {
    fault: "The token provider never settles",
    outcome: "Ends with `timeout` and retried; then `TimeoutError`; nothing is sent",
    expectation: { ...TIMED_OUT, requests: 0 },
    faults: () => [success],
    options: () => ({ auth: tokenAuth(() => new Promise(() => {})) }),
  },
  {
    fault: "IAM is down",
    outcome: "Retried; then `ConnectionError`; the service receives no request",
    expectation: { ...LOST, requests: 0 },
    faults: () => [success],
    options: ({ nowhere }) => ({ auth: passwordAuth(USER), iamEndpoint: nowhere }),
  },
  {
    fault: "IAM does not respond",
    outcome: "Aborted after `timeout` and retried; then `TimeoutError`",
    expectation: TIMED_OUT,
    faults: () => [silence],
    options: () => ({ auth: passwordAuth(USER) }),
  },
  {
    fault: "IAM does not respond, and there is a `deadline`",
    outcome: "`TimeoutError` at the deadline",
    expectation: {
      error: { code: "TIMED_OUT", message: "The call did not end within its deadline of 1000 ms" },
      requests: 1,
    },
    faults: () => [silence],
    options: () => ({ auth: passwordAuth(USER), timeout: 60_000, deadline: 1000 }),
  },
  {
    fault: "IAM rejects the password",
    outcome: "`ApiError` with status 401; the password is not sent again",
    expectation: apiError(401),
    faults: () => [respond(401, { error: { code: 401, message: "The username or password is wrong." } })],
    options: () => ({ auth: passwordAuth(USER) }),
  },
  {
    fault: "The clock of this machine is wrong by an hour, and requests are signed",
    outcome: "Signed again with the time of the service, once; the page",
    expectation: RETRIED,
    faults: () => [anHourAhead],
    options: () => ({ auth: accessKeyAuth({ accessKey: "not-a-real-key", secretKey: "not-a-real-secret" }) }),
  },
  {
    fault: "The signature of an access key is rejected",
    outcome:
      "`ApiError`; not replayed, and for five minutes later calls fail with the same error and send nothing",
    expectation: apiError(401),
    faults: () => [rejected],
    options: () => ({ auth: accessKeyAuth({ accessKey: "not-a-real-key", secretKey: "not-a-real-secret" }) }),
  },
  {
    fault: "The access key is rejected, and the provider returns another one",
    outcome: "The provider is called once with the rejected key, the request replayed once; the page",
    expectation: RETRIED,
    faults: () => [onlySignedWith("second")],
    options: () => ({
      auth: accessKeyAuth(({ rejected: id }) => accessKey(id === "first" ? "second" : "first")),
    }),
  },
  {
    fault: "The access key is rejected, and the provider returns the same one",
    outcome: "`ApiError` with status 401; not replayed",
    expectation: apiError(401),
    faults: () => [rejected],
    options: () => ({ auth: accessKeyAuth(() => accessKey("first")) }),
  },
  {
    fault: "Every new access key of the provider is rejected, too",
    outcome: "`ApiError` with status 401 after one replay; never a loop",
    expectation: apiError(401, 2),
    faults: () => [rejected],
    options: () => {
      let count = 0;
      return { auth: accessKeyAuth(() => accessKey(`key-${count++}`)) };
    },
  },
  {
    fault: "The provider returns an access key that has expired",
    outcome: "`InputError`; nothing is sent",
    expectation: { error: { code: "INVALID_INPUT" }, requests: 0 },
    faults: () => [success],
    options: () => ({ auth: accessKeyAuth(() => accessKey("first", 0)) }),
  },
  {
    fault: "The provider of access keys never settles",
    outcome: "Ends with `timeout` and retried; then `TimeoutError`; nothing is sent",
    expectation: { ...TIMED_OUT, requests: 0 },
    faults: () => [success],
    options: () => ({ auth: accessKeyAuth(() => new Promise(() => {})) }),
  },
];

/** Faults between a client and the service, and their outcomes. */
export const faultTable: readonly FaultRow[] = [
  ...lost,
  ...late,
  ...untrusted,
  ...failures,
  ...waits,
  ...redirects,
  ...counts,
  ...credentials,
];
