import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  type ApiError,
  type Auth,
  accessKeyAuth,
  type ClientEvent,
  createImagesClient,
  type ImagesClientOptions,
  InputError,
  isWorkspaceImagesError,
  passwordAuth,
  ResponseError,
  type TokenProvider,
  tokenAuth,
} from "../src/index.ts";
import { eventually } from "./eventually.ts";
import { type Fault, type FaultServer, raw, respond, startFaultServer } from "./faults/fault-server.ts";
import { createTestClient } from "./test-client.ts";

const PATH = "/v2/{project_id}/images";
const INIT = { params: { path: { project_id: "p" } } };
const PAGE = { images: [{ id: "a" }, { id: "b" }], total_count: 2 };
const ERROR = { error_code: "WKS.00211302", error_msg: "Something is wrong" };
const CANARY = "MIIFcanary+CANARY/canary0123456789canary==";

const servers: FaultServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function start(...faults: Fault[]): Promise<FaultServer> {
  const server = await startFaultServer(faults);
  servers.push(server);
  return server;
}

function connect({ url }: FaultServer, options: Partial<ImagesClientOptions> = {}) {
  const retry = { baseDelay: 1 };
  return createImagesClient({
    endpoint: url,
    projectId: "p",
    auth: tokenAuth(CANARY),
    timeout: 60_000,
    retry,
    ...options,
  });
}

describe("a token with a line break", () => {
  test.each(["\n", "\r", "\r\nX-Other: header\r\n"])("is rejected without being shown: %j", (end) => {
    let thrown: unknown;
    try {
      tokenAuth(CANARY + end);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InputError);
    expect(inspect(thrown, { depth: 20, showHidden: true })).not.toContain("canary");
  });

  test("is rejected without being shown or sent when a provider returns it", async () => {
    const server = await start(respond(200, PAGE));
    const error = await connect(server, { auth: tokenAuth(() => `${CANARY}\n`) })
      .list()
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("canary");
    expect(server.connections).toBe(0);
  });
});

test.each([
  ["", "is missing or empty"],
  [undefined, "is missing or empty"],
  [12_345, "must be the value of X-Subject-Token, a string without spaces or line breaks"],
  ["two\nlines", "must be the value of X-Subject-Token, a string without spaces or line breaks"],
  ["two words", "must be the value of X-Subject-Token, a string without spaces or line breaks"],
  ["tökén", "must be the value of X-Subject-Token, a string without spaces or line breaks"],
])("rejects %j as a token, and says what is valid", (value, problem) => {
  expect(() => tokenAuth(value as string)).toThrow(`token ${problem}`);
});

describe("a redirect", () => {
  test.each([300, 301, 302, 303, 307, 308])(
    "of status %i is not followed, and no credential is sent elsewhere",
    async (status) => {
      const elsewhere = await start(respond(200, PAGE));
      const server = await start(respond(status, "", { Location: `${elsewhere.url}/v2/p/images` }));
      await expect(connect(server).list()).rejects.toThrow("is a redirect");
      const call = connect(server).http.GET(PATH, { ...INIT, redirect: "follow" });
      await expect(call).rejects.toThrow("is a redirect");
      expect(elsewhere.connections).toBe(0);
    },
  );

  test.each<[string, PropertyDescriptorMap]>([
    ["has followed", { redirected: { value: true } }],
    ["hides, as browsers do,", { type: { value: "opaqueredirect" }, status: { value: 0 } }],
  ])("that a custom fetch %s is an error that says so", async (_what, properties) => {
    const fetch = async () => Object.defineProperties(new Response(null), properties);
    const call = createTestClient(fetch, { fetch }).list();
    await expect(call).rejects.toThrow(ResponseError);
    await expect(call).rejects.toThrow("The response is a redirect");
    await expect(call).rejects.toHaveProperty("reason", "redirect");
  });
});

describe("another origin", () => {
  const leave = (url: string) => ({ onRequest: () => new Request(`${url}/v2/p/images`) });

  test("as baseUrl of a call is rejected before anything is sent", async () => {
    const [elsewhere, server] = [await start(respond(200, PAGE)), await start(respond(200, PAGE))];
    const call = connect(server).http.GET(PATH, { ...INIT, baseUrl: elsewhere.url });
    await expect(call).rejects.toThrow(InputError);
    await expect(call).rejects.toThrow(
      `The request goes to ${elsewhere.url}, but the credentials are only for ${server.url}`,
    );
    expect(elsewhere.connections + server.connections).toBe(0);
  });

  test("from middleware is rejected before anything is sent", async () => {
    const [elsewhere, server] = [await start(respond(200, PAGE)), await start(respond(200, PAGE))];
    const images = connect(server);
    images.http.use(leave(elsewhere.url));
    await expect(images.list()).rejects.toThrow(InputError);
    expect(elsewhere.connections + server.connections).toBe(0);
  });

  test("that only starts like the endpoint is rejected, too", async () => {
    const images = createTestClient(() => Response.json(PAGE));
    images.http.use(leave("https://workspace.example.evil.example"));
    await expect(images.list()).rejects.toThrow(InputError);
  });
});

describe("an error status without an error body", () => {
  const bodies = [
    ["empty", ""],
    ["HTML", "<html>Bad</html>"],
    ["JSON of another kind", '{"message":"Bad"}'],
  ] as const;
  const statuses = [400, 401, 403, 404, 405, 500, 501, 502, 503];
  test.each(statuses.flatMap((status) => bodies.map(([kind, body]) => ({ status, kind, body }))))(
    "is an ApiError, never success: $status, $kind",
    async ({ status, body }) => {
      const images = createTestClient(() => new Response(body, { status }));
      await expect(images.list()).rejects.toMatchObject({ code: "API_ERROR", status });
      await expect(images.http.GET(PATH, INIT)).rejects.toMatchObject({ code: "API_ERROR", status });
    },
  );

  test.each([400, 403])("is an ApiError of status %i, even if the body is cut off", async (status) => {
    const pull = (controller: ReadableStreamDefaultController) => controller.error(new Error("reset"));
    const images = createTestClient(() => new Response(new ReadableStream({ pull }), { status }));
    await expect(images.list()).rejects.toMatchObject({ code: "API_ERROR", status });
  });
});

describe("an invalid success", () => {
  const type = { headers: { "Content-Type": "text/html" } };
  const encode = (text: string) => new TextEncoder().encode(text);
  test.each<[string, BodyInit | null, ResponseInit, string, string?]>([
    ["HTML", "<html></html>", type, "its body is not a JSON object (text/html)"],
    ["broken JSON", '{"images":[', {}, "its body is not a JSON object (text/plain;charset=UTF-8)"],
    ["HTML without a type", encode("<html>"), {}, "its body is not a JSON object (no content type)"],
    ["nothing", "", {}, "an empty body"],
    ["no body at all", null, {}, "an empty body"],
    ["no images", '{"total_count":0}', {}, "no images", "incomplete"],
  ])(
    "is a ResponseError that says what arrived: %s",
    async (_kind, body, init, what, reason = "not-json") => {
      const images = createTestClient(() => new Response(body, init));
      const message = `The response has status 200 but ${what}`;
      for (const call of [() => images.list(), () => images.http.GET(PATH, INIT)]) {
        await expect(call()).rejects.toThrow(ResponseError);
        await expect(call()).rejects.toThrow(message);
        await expect(call()).rejects.toHaveProperty("reason", reason);
      }
    },
  );

  test("is an ApiError when the body contains an error code", async () => {
    const images = createTestClient(() => Response.json({ ...PAGE, ...ERROR }));
    await expect(images.list()).rejects.toMatchObject({
      code: "API_ERROR",
      status: 200,
      errorCode: "WKS.00211302",
    });
    await expect(images.http.GET(PATH, INIT)).rejects.toMatchObject({ code: "API_ERROR", status: 200 });
  });
});

describe("a body", () => {
  const page = { images: [{ id: "系统-🖥" }], total_count: 1 };
  const bytes = new TextEncoder().encode(JSON.stringify(page));

  test.each([1, 2, 3, 7])("that arrives %i bytes at a time is read completely", async (size) => {
    const start = (controller: ReadableStreamDefaultController) => {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    };
    const images = createTestClient(() => new Response(new ReadableStream({ start })));
    expect(await images.list()).toEqual(page);
  });

  test("may be as large as maxResponseBytes, but not larger", async () => {
    const respond = () => new Response(bytes);
    expect(await createTestClient(respond, { maxResponseBytes: bytes.length }).list()).toEqual(page);
    const call = createTestClient(respond, { maxResponseBytes: bytes.length - 1 }).list();
    await expect(call).rejects.toThrow(
      `larger than ${bytes.length - 1} bytes; raise maxResponseBytes to allow it`,
    );
    await expect(call).rejects.toHaveProperty("reason", "too-large");
  });
});

describe("a temporary failure", () => {
  test.each([
    ...[408, 429, 500, 502, 503, 504].map(
      (status) => [`status ${status}`, () => Response.json(ERROR, { status })] as const,
    ),
    ["a lost connection", () => Promise.reject(new TypeError("fetch failed"))] as const,
    ["an attempt that takes too long", () => new Promise<never>(() => {})] as const,
  ])("is retried: %s", async (_kind, fail) => {
    let requests = 0;
    const images = createTestClient(() => (requests++ ? Response.json(PAGE) : fail()), {
      retry: { baseDelay: 1 },
      timeout: 250,
    });
    expect(await images.list()).toEqual(PAGE);
    expect(requests).toBe(2);
  });

  test.each([400, 401, 403, 404, 405, 501])("is not a status of %i, which is not retried", async (status) => {
    const send = vi.fn(() => Response.json(ERROR, { status }));
    await expect(createTestClient(send, { retry: {} }).list()).rejects.toMatchObject({ status });
    expect(send).toHaveBeenCalledTimes(1);
  });

  test("ends the call at once when Retry-After is longer than the rest of the deadline", async () => {
    const send = vi.fn(() => Response.json(ERROR, { status: 429, headers: { "Retry-After": "9" } }));
    const call = createTestClient(send, { retry: {}, deadline: 5000 }).list();
    await expect(call).rejects.toMatchObject({ code: "API_ERROR", status: 429, retryAfter: 9 });
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe("an outage", () => {
  test("is not made worse, because all retries of a client share one budget", async () => {
    const server = await start(respond(503, ERROR));
    const images = connect(server, { retry: { baseDelay: 1, budget: 5 } });
    await Promise.allSettled(Array.from({ length: 50 }, () => images.list()));
    expect(server.requests).toHaveLength(55);
  });
});

describe("an abort", () => {
  test("throws the reason of the caller, and ends request and connection", async () => {
    const server = await start(() => {});
    const controller = new AbortController();
    const reason = new Error("The user has left");
    const call = connect(server).list({}, { signal: controller.signal });
    const ended = expect(call).rejects.toBe(reason);
    await eventually(() => expect(server.requests).toHaveLength(1));
    controller.abort(reason);
    await ended;
    await eventually(() => expect(server.open).toBe(0));
    expect(server.requests).toHaveLength(1);
  });

  test("does not affect another call", async () => {
    const server = await start(() => {}, respond(200, PAGE));
    const images = connect(server);
    const controller = new AbortController();
    const left = images.list({}, { signal: controller.signal }).catch(() => "left");
    await eventually(() => expect(server.requests).toHaveLength(1));
    const stays = images.list();
    controller.abort();
    expect(await left).toBe("left");
    expect(await stays).toEqual(PAGE);
  });
});

describe("refresh of an auth", () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const cut = () =>
    new ReadableStream({
      pull: (controller) => controller.error(new Error("reset")),
    });
  test.each<[string, () => BodyInit, string]>([
    ["HTML", () => `<html>${CANARY}</html>`, "<html>***</html>"],
    ["JSON", () => JSON.stringify({ token: CANARY }), '{"token":"***"}'],
    ["JSON nested too deeply", () => deep, deep.slice(0, 8192)],
    ["a body that is cut off", cut, ""],
  ])("receives a 401 with %s, without credentials", async (_kind, body, text) => {
    const seen: unknown[] = [];
    const auth: Auth = {
      apply: ({ headers }) => headers.set("X-Auth-Token", CANARY),
      async refresh(response, request) {
        seen.push([response.status, await response.text(), request.headers.get("X-Auth-Token")]);
        return false;
      },
    };
    const images = createTestClient(() => new Response(body(), { status: 401 }), { auth });
    await expect(images.list()).rejects.toMatchObject({ status: 401 });
    expect(seen).toEqual([[401, text, CANARY]]);
  });
});

describe("401 with a token provider", () => {
  const rejectToken = () => Response.json(ERROR, { status: 401 });

  test("causes one refresh and one replay", async () => {
    const asked: (string | undefined)[] = [];
    let token = "token-1";
    const auth = tokenAuth(({ rejected }) => {
      asked.push(rejected);
      if (rejected) token = "token-2";
      return token;
    });
    const check = (request: Request) =>
      request.headers.get("X-Auth-Token") === "token-2" ? Response.json(PAGE) : rejectToken();
    expect(await createTestClient(check, { auth }).list()).toEqual(PAGE);
    expect(asked).toEqual([undefined, "token-1", undefined]);
  });

  test("never causes a loop, even if every response is another failure", async () => {
    let requests = 0;
    const statuses = [401, 503, 401, 401];
    const auth = tokenAuth(() => `token-${requests}`);
    const fail = () => Response.json(ERROR, { status: statuses[requests++] ?? 200 });
    const images = createTestClient(fail, { auth, retry: { baseDelay: 1, attempts: 9 } });
    await expect(images.list()).rejects.toMatchObject({ status: 401 });
    expect(requests).toBe(3);
  });

  test("ends the call when the provider returns the same token", async () => {
    const send = vi.fn(rejectToken);
    await expect(createTestClient(send, { auth: tokenAuth(() => "token-1") }).list()).rejects.toMatchObject({
      status: 401,
    });
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe("what a token provider throws", () => {
  class OwnError extends Error {}
  test.each([
    ["its own error", new OwnError("vault is sealed")],
    ["something that is not an error", { vault: "sealed" }],
    ["a string", "vault is sealed"],
    ["an error of a connection", new TypeError("fetch failed")],
  ])("is thrown unchanged, at once, and nothing is sent: %s", async (_kind, reason) => {
    const send = vi.fn(() => Response.json(PAGE));
    const provider = vi.fn(() => Promise.reject(reason));
    const images = createTestClient(send, { auth: tokenAuth(provider), retry: { baseDelay: 1 } });
    await expect(images.list()).rejects.toBe(reason);
    expect(provider).toHaveBeenCalledTimes(1);
    expect(send).not.toHaveBeenCalled();
  });

  const fail = (reason: unknown) => () => Promise.reject(reason);
  const mfa = (reason: unknown) => ({ userId: "i", passcode: fail(reason) });
  const secondFails = (reason: unknown): TokenProvider => {
    return ({ rejected }) => (rejected ? Promise.reject(reason) : "not-a-real-token");
  };
  const auths: [string, (reason: unknown) => Auth][] = [
    ["a token", (reason) => tokenAuth(fail(reason))],
    ["a token after a 401", (reason) => tokenAuth(secondFails(reason))],
    ["an access key", (reason) => accessKeyAuth(fail(reason))],
    ["a passcode", (reason) => passwordAuth({ user: "u", password: "pw", account: "a", mfa: mfa(reason) })],
    ["an auth of its own", (reason) => ({ apply: fail(reason) })],
  ];
  test.each(auths)("is an InputError when it gives no reason: a function for %s", async (_what, auth) => {
    for (const reason of [undefined, null, "", 0, false]) {
      const create = (options = {}) =>
        createTestClient(() => Response.json(ERROR, { status: 401 }), { auth: auth(reason), ...options });
      const looking = create({ projectId: undefined, region: "cn-north-4" });
      for (const call of [create().list, () => create().http.GET(PATH), looking.list]) {
        const message = "auth failed without a reason";
        await expect(call()).rejects.toMatchObject({ code: "INVALID_INPUT", field: "auth", message });
      }
    }
  });

  test.each([503, 401])(
    "is neither retried nor refreshed, even if it is a %i of another client",
    async (status) => {
      const endpoint = "https://other.example";
      const other = createTestClient(() => Response.json(ERROR, { status }), { endpoint });
      const provider = vi.fn(async () => String((await other.list()).images.length));
      const images = createTestClient(() => Response.json(PAGE), {
        auth: tokenAuth(provider),
        retry: { baseDelay: 1 },
      });
      const error = await images.list().catch((thrown: ApiError) => thrown);
      expect(error).toMatchObject({ code: "API_ERROR", status });
      expect((error as ApiError).toReport()).toMatchObject({
        request: { url: `${endpoint}/v2/p/images` },
        attempts: [{ status }],
      });
      expect(provider).toHaveBeenCalledTimes(1);
    },
  );
});

describe("the underlying openapi-fetch client", () => {
  test.each([400, 404, 599])("returns the error body of the service for status %i", async (status) => {
    const images = createTestClient(() =>
      Response.json(ERROR, { status, headers: { "X-Request-Id": "r1" } }),
    );
    const { data, error, response } = await images.http.GET(PATH, INIT);
    expect(data).toBeUndefined();
    expect(error?.error_code).toBe("WKS.00211302");
    expect(response.status).toBe(status);
    expect(response.headers.get("X-Request-Id")).toBe("r1");
  });

  test("throws a rejection that no Response can represent", async () => {
    const server = await start(respond(999, ERROR));
    await expect(connect(server).http.GET(PATH, INIT)).rejects.toMatchObject({
      code: "API_ERROR",
      status: 999,
    });
  });

  test("uses the project of the client unless the call has one", async () => {
    const send = vi.fn((_: Request) => Response.json(PAGE));
    const { http } = createTestClient(send);
    await http.GET(PATH);
    await http.GET(PATH, { params: { path: { project_id: "other" } } });
    expect(send.mock.calls.map(([{ url }]) => new URL(url).pathname.split("/")[2])).toEqual(["p", "other"]);
    await expect(http.GET(PATH, { params: { path: { project_id: ".." } } })).rejects.toMatchObject({
      field: "projectId",
    });
    expect(send).toHaveBeenCalledTimes(2);
  });

  test("sends methods that the description does not have with the same credentials and retries", async () => {
    const server = await start(respond(503), respond(200, PAGE));
    const { PUT } = connect(server).http as unknown as {
      PUT: (path: string, init: object) => Promise<unknown>;
    };
    expect(await PUT(PATH, INIT)).toMatchObject({ data: PAGE });
    expect(server.requests.map(({ headers }) => headers.get("X-Auth-Token"))).toEqual([CANARY, CANARY]);
  });

  test("retries below its middleware, which runs once and sees no credential", async () => {
    const server = await start(respond(503), respond(401, ERROR), respond(200, PAGE));
    let count = 0;
    const images = connect(server, { auth: tokenAuth(() => `${CANARY}${count++}`) });
    const seen: (Request | Response)[] = [];
    images.http.use({
      onRequest: ({ request }) => void seen.push(request),
      onResponse: ({ request, response }) => void seen.push(request, response),
    });
    expect((await images.http.GET(PATH, INIT)).data).toEqual(PAGE);
    expect(seen).toHaveLength(3);
    expect(server.requests).toHaveLength(3);
    for (const { headers } of seen) expect(String([...headers])).not.toContain("canary");
    expect(server.requests[0]?.headers.get("X-Auth-Token")).toContain(CANARY);
  });

  test("passes middleware a response that can be cloned and read in any way", async () => {
    const server = await start(respond(200, PAGE, { "X-Request-Id": "r1" }));
    const images = connect(server);
    const decode = (bytes: BufferSource) => JSON.parse(new TextDecoder().decode(bytes));
    const ways: ((response: Response) => Promise<unknown>)[] = [
      (response) => response.json(),
      async (response) => JSON.parse(await response.text()),
      async (response) => decode(await response.arrayBuffer()),
      async (response) => decode(await response.bytes()),
      async (response) => JSON.parse(await (await response.blob()).text()),
      (response) => new Response(response.body).json(),
    ];
    const read: unknown[] = [];
    images.http.use({
      async onResponse({ response }) {
        for (const way of ways) read.push(await way(response.clone()));
        const { status, headers } = response.clone();
        expect([status, headers.get("X-Request-Id")]).toEqual([200, "r1"]);
      },
    });
    expect((await images.http.GET(PATH, INIT)).data).toEqual(PAGE);
    expect(await images.list()).toEqual(PAGE);
    expect(read).toEqual(Array(2 * ways.length).fill(PAGE));
  });

  test("is not affected when middleware consumes the body, or changes the object it has read", async () => {
    const images = createTestClient(() => Response.json(PAGE));
    images.http.use({
      async onResponse({ response }) {
        ((await response.json()) as typeof PAGE).images.length = 0;
      },
    });
    expect(await images.list()).toEqual(PAGE);
  });

  test("uses the response that middleware replaces it with", async () => {
    const images = createTestClient(() => Response.json(PAGE));
    images.http.use({ onResponse: () => Response.json({ images: [], total_count: 0 }) });
    expect(await images.list()).toEqual({ images: [], total_count: 0 });
  });

  test("sends the body of a request again in a retry", async () => {
    const bodies: string[] = [];
    const images = createTestClient(
      async (request) => {
        bodies.push(await request.text());
        return bodies.length < 3 ? Response.json(ERROR, { status: 503 }) : Response.json(PAGE);
      },
      { retry: { baseDelay: 1 } },
    );
    images.http.use({
      onRequest: ({ request }) => new Request(request.url, { method: "POST", body: "the body" }),
    });
    await images.list();
    expect(bodies).toEqual(["the body", "the body", "the body"]);
  });

  test("works with a compressed response", async () => {
    const { gzipSync } = await import("node:zlib");
    const body = gzipSync(JSON.stringify(PAGE));
    const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`;
    const server = await start(raw(Buffer.concat([Buffer.from(head), body])));
    const { data, response } = await connect(server).http.GET(PATH, INIT);
    expect(data).toEqual(PAGE);
    expect(response.headers.get("Content-Encoding")).toBeNull();
    expect(response.headers.get("Content-Length")).toBe(String(JSON.stringify(PAGE).length));
  });
});

describe("secrets", () => {
  /** Everything that a user can print after a call has failed. */
  async function everythingShown(
    respondWith: (token: string, request: Request) => Response | Promise<Response>,
  ) {
    const events: ClientEvent[] = [];
    const images = createTestClient(
      (request) => respondWith(request.headers.get("X-Auth-Token") ?? "", request),
      {
        auth: tokenAuth(CANARY),
        retry: { baseDelay: 1, attempts: 2 },
        onEvent: (event) => void events.push(event),
      },
    );
    const error = await images.list().catch((thrown: unknown) => thrown);
    if (!isWorkspaceImagesError(error)) throw new Error("The call did not fail as expected");
    const direct = await images.http.GET(PATH, INIT).catch((thrown: unknown) => thrown);
    const { response } = direct as { response?: Response };
    return [
      ...[
        error.message,
        error.stack,
        JSON.stringify(error),
        JSON.stringify(error.toReport()),
        JSON.stringify(events),
      ],
      ...[error, error.toReport(), events, direct].map((value) =>
        inspect(value, { depth: 20, showHidden: true }),
      ),
      ...(response ? [String([...response.headers])] : []),
    ].join("\n");
  }

  const json = (text: string, status = 500, headers = {}) => new Response(text, { status, headers });
  const message = (token: string) =>
    JSON.stringify({ error_code: "APIGW.0301", error_msg: `decrypt ${token} fail` });

  test.each<[string, (token: string, request: Request) => Response]>([
    ["in an error message", (token) => json(message(token))],
    ["in an error message under status 200", (token) => json(message(token), 200)],
    [
      "in an error message, escaped as JSON allows it",
      (token) => json(message(token).replaceAll("/", "\\/")),
    ],
    ["in an error message, encoded as in a URL", (token) => json(message(encodeURIComponent(token)))],
    ["in an error message, cut off", (token) => json(message(token.slice(0, 30)))],
    [
      "in an error message of IAM",
      (token) => Response.json({ error: { code: 403, message: token } }, { status: 403 }),
    ],
    ["as error code", (token) => Response.json({ error_code: token, error_msg: "m" }, { status: 400 })],
    ["as a name in the error body", (token) => json(JSON.stringify({ error_code: "E", [token]: 1 }))],
    [
      "as request ID in the body",
      (token) => Response.json({ error_code: "E", request_id: token }, { status: 400 }),
    ],
    ["as request ID in the header", (token) => json(message("x"), 400, { "X-Request-Id": token })],
    ["in another header", (token) => json(message("x"), 400, { "X-Echo": `you sent ${token}` })],
    ["as content type", (token) => json("<html>", 200, { "Content-Type": token })],
    ["in an HTML page", (token) => json(`<html>${token}</html>`, 502)],
    [
      "in the location of a redirect",
      (token) => new Response(null, { status: 302, headers: { Location: `/${token}` } }),
    ],
    [
      "in what fetch throws",
      (token, request) => {
        const cause = Object.assign(new Error(`socket of ${token}`), { code: token, socket: { token } });
        const error = new TypeError(`fetch failed with ${token}`, { cause });
        throw Object.assign(error, { name: token, request, headers: [...request.headers], token });
      },
    ],
    [
      "in a string that fetch throws",
      (token) => {
        throw `no way with ${token}`;
      },
    ],
    [
      "in what fetch throws that is not an error",
      (token) => {
        throw { token, message: token };
      },
    ],
    [
      "in what reading the body throws",
      (token) => {
        const fail = (controller: ReadableStreamDefaultController) =>
          controller.error(new Error(`reset: ${token}`));
        return new Response(new ReadableStream({ pull: fail }));
      },
    ],
  ])("that are echoed %s are shown nowhere", async (_where, respondWith) => {
    const shown = await everythingShown(respondWith);
    expect(shown).not.toMatch(/canary\+|canary%2B|canary0123/i);
    expect(shown).not.toContain(CANARY.slice(0, 12));
  });

  test("that were replaced after a 401 are shown nowhere", async () => {
    let token = CANARY;
    const auth = tokenAuth(({ rejected }) => {
      if (rejected) token = "the-new-token";
      return token;
    });
    const respond = (request: Request) =>
      request.headers.get("X-Auth-Token") === CANARY
        ? new Response(null, { status: 401 })
        : json(message(CANARY), 403);
    const error = await createTestClient(respond, { auth })
      .list()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 403, errorMessage: "decrypt *** fail" });
  });

  test("are in no event of a success", async () => {
    const events: ClientEvent[] = [];
    const echo = { headers: { "X-Request-Id": CANARY } };
    const images = createTestClient(() => Response.json(PAGE, echo), {
      auth: tokenAuth(CANARY),
      onEvent: (event) => void events.push(event),
    });
    await images.list();
    expect(events).toHaveLength(2);
    expect(JSON.stringify(events)).not.toContain("canary");
  });

  test("in a provider's error are in no event", async () => {
    const events: ClientEvent[] = [];
    const auth = tokenAuth(() => Promise.reject(new Error(CANARY)));
    const images = createTestClient(() => Response.json(PAGE), {
      auth,
      onEvent: (event) => void events.push(event),
    });
    await expect(images.list()).rejects.toThrow(CANARY);
    expect(JSON.stringify(events)).not.toContain("canary");
  });

  test("in the caller's reason of an abort are in no event", async () => {
    const events: ClientEvent[] = [];
    const controller = new AbortController();
    const respondTooLate = () => {
      controller.abort(CANARY);
      return Response.json(PAGE);
    };
    const images = createTestClient(respondTooLate, {
      onEvent: (event) => void events.push(event),
    });
    await expect(images.list({}, { signal: controller.signal })).rejects.toBe(CANARY);
    expect(events).toMatchObject([{ type: "attempt" }, { type: "response", error: "Aborted by the caller" }]);
    expect(JSON.stringify(events)).not.toContain("canary");
  });
});
