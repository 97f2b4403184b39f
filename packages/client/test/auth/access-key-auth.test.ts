import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createSigningKey } from "../../src/auth/signing-key.ts";
import { ApiError, accessKeyAuth, type ImagesClientOptions, InputError } from "../../src/index.ts";
import { createTestClient, imagesFrom, positionOf } from "../test-client.ts";

vi.mock("../../src/auth/signing-key.ts", { spy: true });

const PROJECT = "0123456789abcdef0123456789abcdef";
const HOUR = 3_600_000;
const accessKey = "CANARYACCESSKEY00001";
const secretKey = "canary-secret-key-of-access-key";
const securityToken = "canary-security-token-of-access-key";
const page = () => Response.json({ images: imagesFrom(0, 1), total_count: 1 });

/** Signs a received request with the signer of the official SDK. */
function expectedSignature(
  method: string,
  url: URL,
  signedHeaders: Record<string, string>,
  data?: Record<string, string>,
): string {
  const { "x-sdk-date": date, ...headers } = signedHeaders;
  const request = {
    method,
    endpoint: `${url.origin}${url.pathname}`,
    queryParams: Object.fromEntries(url.searchParams),
    headers: { ...headers, "X-Sdk-Date": date },
    ...(data && { data }),
  };
  const credential = { getAk: () => accessKey, getSk: () => secretKey };
  const { Authorization } = AKSKSigner.sign(request as never, credential as never) as {
    Authorization: string;
  };
  return Authorization;
}

function signedHeadersOf(authorization: string | null | undefined): string[] {
  return /SignedHeaders=([^,]+)/.exec(authorization ?? "")?.[1]?.split(";") ?? [];
}

/** A service with its own clock, which rejects times that differ by more than 15 minutes, and invalid keys. */
function createService({
  clock = () => Date.now(),
  isKeyValid = true,
}: {
  clock?: () => number;
  isKeyValid?: boolean;
} = {}) {
  const requests: Request[] = [];
  const respond = (request: Request) => {
    requests.push(request);
    const url = new URL(request.url);
    const headers = Object.fromEntries(
      signedHeadersOf(request.headers.get("Authorization")).map((name) => [
        name,
        name === "host" ? url.host : (request.headers.get(name) ?? ""),
      ]),
    );
    const [, ...digits] =
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(headers["x-sdk-date"] ?? "")?.map(Number) ?? [];
    const [year = 0, month = 0, ...rest] = digits;
    const isTimely = Math.abs(clock() - Date.UTC(year, month - 1, ...rest)) <= HOUR / 4 + 1000;
    const isValid = request.headers.get("Authorization") === expectedSignature(request.method, url, headers);
    if (isTimely && isValid && isKeyValid) return page();
    return Response.json(
      { error_code: "APIGW.0301", error_msg: "Incorrect IAM authentication information" },
      { status: 401, headers: { Date: new Date(clock()).toUTCString() } },
    );
  };
  const createClient = (options: Partial<ImagesClientOptions> = {}) =>
    createTestClient(respond, {
      auth: accessKeyAuth({ accessKey, secretKey }),
      projectId: PROJECT,
      ...options,
    });
  return { requests, respond, createClient };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: Date.UTC(2026, 0, 2, 3, 4, 5) });
});
afterEach(() => {
  vi.clearAllMocks();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("signature", () => {
  test("covers what a server receives, including its port", async () => {
    const received: { url: string; headers: NodeJS.Dict<string | string[]> }[] = [];
    const server = createServer(({ url = "", headers }, response) => {
      received.push({ url, headers });
      response.setHeader("Content-Type", "application/json").end('{"images":[],"total_count":0}');
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = createTestClient(page, {
      endpoint,
      projectId: PROJECT,
      fetch: undefined,
      auth: accessKeyAuth({ accessKey, secretKey, securityToken }),
    });
    try {
      await client.list({ os_type: "一 (&=?!#%.*+)", limit: 2, platform: "it's" });
    } finally {
      server.close();
    }
    const [{ url, headers } = { url: "", headers: {} }] = received;
    const names = signedHeadersOf(String(headers["authorization"]));
    expect(names).toEqual(["host", "x-project-id", "x-sdk-date", "x-security-token"]);
    const signed = Object.fromEntries(names.map((name) => [name, String(headers[name])]));
    expect(signed).toEqual({
      host: endpoint.slice("http://".length),
      "x-project-id": PROJECT,
      "x-sdk-date": "20260102T030405Z",
      "x-security-token": securityToken,
    });
    expect(headers["authorization"]).toBe(expectedSignature("GET", new URL(url, endpoint), signed));
  });

  test("does not cover the content type, which is sent", async () => {
    const { createClient, requests } = createService();
    await createClient().list();
    expect(requests[0]?.headers.get("Content-Type")).toBe("application/json");
    expect(signedHeadersOf(requests[0]?.headers.get("Authorization"))).toEqual([
      "host",
      "x-project-id",
      "x-sdk-date",
    ]);
    expect(requests[0]?.headers.has("X-Security-Token")).toBe(false);
  });

  test("has no project while it is looked up", async () => {
    const requests: Request[] = [];
    const client = createTestClient(
      (request) => {
        requests.push(request);
        if (!request.url.includes("/v3/projects")) return page();
        return Response.json({ projects: [{ id: PROJECT, name: "cn-north-4" }] });
      },
      { auth: accessKeyAuth({ accessKey, secretKey }), projectId: undefined, region: "cn-north-4" },
    );
    await client.list();
    expect(requests.map(({ headers }) => headers.get("X-Project-Id"))).toEqual([null, PROJECT]);
  });

  test("covers a body that middleware adds to a request", async () => {
    const data = { key: "value" };
    const body = JSON.stringify(data);
    const received: { request: Request; body: string }[] = [];
    const client = createTestClient(
      async (request) => {
        received.push({ request, body: await request.clone().text() });
        return page();
      },
      { auth: accessKeyAuth({ accessKey, secretKey }), projectId: PROJECT },
    );
    client.http.use({ onRequest: ({ request }) => new Request(request.url, { method: "POST", body }) });
    await client.list();
    const [{ request, body: sent } = expect.fail("Nothing was sent")] = received;
    expect(sent).toBe(body);
    const signed = {
      host: "workspace.example",
      "x-project-id": PROJECT,
      "x-sdk-date": "20260102T030405Z",
    };
    expect(request.headers.get("Authorization")).toBe(
      expectedSignature("POST", new URL(request.url), signed, data),
    );
  });

  test("is new for each attempt", async () => {
    const dates: (string | null)[] = [];
    const client = createTestClient(
      ({ headers }) => {
        dates.push(headers.get("X-Sdk-Date"));
        vi.setSystemTime(Date.now() + 1000);
        return dates.length === 1 ? new Response(null, { status: 503 }) : page();
      },
      { auth: accessKeyAuth({ accessKey, secretKey }), retry: { baseDelay: 1 } },
    );
    await client.list();
    expect(dates).toEqual(["20260102T030405Z", "20260102T030406Z"]);
  });

  test("uses a key that is imported once", async () => {
    const client = createService().createClient();
    await Promise.all([client.list(), client.list(), client.list()]);
    await client.list();
    expect(createSigningKey).toHaveBeenCalledExactlyOnceWith(secretKey);
  });
});

describe("401", () => {
  test("is not replayed when the clocks agree, because failures lock the key", async () => {
    const { createClient, requests } = createService({ isKeyValid: false });
    await expect(createClient().list()).rejects.toThrow("APIGW.0301");
    expect(requests).toHaveLength(1);
  });

  test.each([HOUR, -HOUR])("is replayed once when the server's clock is %i ms ahead", async (ahead) => {
    const { createClient, requests } = createService({ clock: () => Date.now() + ahead });
    const client = createClient();
    await client.list();
    expect(requests).toHaveLength(2);
    await client.list();
    expect(requests).toHaveLength(3);
  });

  test("for a wrong clock costs one failure, however many calls are made at once", async () => {
    const { createClient, requests } = createService({ clock: () => Date.now() + HOUR });
    const client = createClient();
    await Promise.all(Array.from({ length: 6 }, () => client.list()));
    expect(requests).toHaveLength(7);
  });

  test("is replayed at most once: an invalid key and a wrong clock cause two requests, later calls none", async () => {
    const { createClient, requests } = createService({ clock: () => Date.now() + HOUR, isKeyValid: false });
    const client = createClient();
    await expect(client.list()).rejects.toThrow(ApiError);
    expect(requests).toHaveLength(2);
    await expect(client.list()).rejects.toThrow(ApiError);
    expect(requests).toHaveLength(2);
  });

  test("with a server whose clock is another one each time is not replayed again", async () => {
    let hours = 0;
    const { createClient, requests } = createService({
      clock: () => Date.now() + HOUR * hours++,
      isKeyValid: false,
    });
    const client = createClient();
    for (let call = 0; call < 6; call++) await expect(client.list()).rejects.toThrow(ApiError);
    expect(requests.length).toBeLessThanOrEqual(2);
  });

  test.each([
    [
      "one after the other",
      async (calls: (() => Promise<unknown>)[]) => {
        for (const call of calls) await call();
      },
    ],
    ["at once", (calls: (() => Promise<unknown>)[]) => Promise.all(calls.map((call) => call()))],
  ])(
    "of an invalid key is remembered: six calls %s send one request and get the same error",
    async (_how, run) => {
      const { createClient, requests } = createService({ isKeyValid: false });
      const client = createClient();
      const errors = new Set<unknown>();
      const call = () => client.list().catch((error: unknown) => errors.add(error));
      await run(Array.from({ length: 6 }, () => call));
      expect(requests).toHaveLength(1);
      expect([...errors]).toEqual([expect.objectContaining({ status: 401 })]);
    },
  );

  test("of an invalid key is remembered for five minutes, whatever the clock says", async () => {
    const { createClient, requests } = createService({ isKeyValid: false });
    const client = createClient();
    await expect(client.list()).rejects.toThrow(ApiError);
    vi.setSystemTime(Date.now() + HOUR);
    vi.advanceTimersByTime(299_000);
    await expect(client.list()).rejects.toThrow(ApiError);
    expect(requests).toHaveLength(1);
    vi.advanceTimersByTime(2000);
    await expect(client.list()).rejects.toThrow(ApiError);
    expect(requests).toHaveLength(2);
  });

  test("of one origin does not block another", async () => {
    const auth = accessKeyAuth({ accessKey, secretKey });
    const rejecting = createService({ isKeyValid: false }).createClient({ auth });
    await expect(rejecting.list()).rejects.toThrow(ApiError);
    const other = createService();
    await other.createClient({ auth, endpoint: "https://workspace.other.example" }).list();
    expect(other.requests).toHaveLength(1);
  });

  test("after the clock has jumped in a running program costs one failure of many calls at once", async () => {
    let jump = 0;
    const { createClient, requests } = createService({ clock: () => Date.now() - jump });
    const client = createClient();
    await client.list();
    jump = HOUR;
    vi.setSystemTime(Date.now() + jump);
    await Promise.all(Array.from({ length: 6 }, () => client.list()));
    expect(requests).toHaveLength(1 + 7);
  });

  test("after the clock has jumped costs one failure of a listing that requests pages ahead", async () => {
    let jump = 0;
    const failures: number[] = [];
    const { respond } = createService({ clock: () => Date.now() - jump });
    const client = createTestClient(
      async (request) => {
        const response = respond(request);
        if (response.status === 401) failures.push(1);
        const { offset, limit } = positionOf(request);
        return response.ok
          ? Response.json({ images: imagesFrom(offset, Math.min(35, offset + limit)) })
          : response;
      },
      { auth: accessKeyAuth({ accessKey, secretKey }), projectId: PROJECT },
    );
    let pages = 0;
    for await (const _page of client.pages({ limit: 5 }, { concurrency: 4 })) {
      pages += 1;
      if (pages !== 2) continue;
      jump = HOUR;
      vi.setSystemTime(Date.now() + jump);
    }
    expect(pages).toBe(7);
    expect(failures.length).toBeLessThanOrEqual(1);
  });

  test("makes the offset known to all clients of the same auth", async () => {
    const { createClient, requests } = createService({ clock: () => Date.now() + HOUR });
    const auth = accessKeyAuth({ accessKey, secretKey });
    await createClient({ auth }).list();
    await createClient({ auth }).list();
    expect(requests).toHaveLength(3);
  });

  test("corrects the offset when the clock is corrected later", async () => {
    let ahead = HOUR;
    const { createClient, requests } = createService({ clock: () => Date.now() + ahead });
    const client = createClient();
    await client.list();
    ahead = 0;
    await client.list();
    expect(requests).toHaveLength(4);
  });

  // The gateway allows 15 minutes; one of them is for the network and for differences between gateways.
  test.each([
    [13.9, 1],
    [-13.9, 1],
    [14, 1],
    [14.1, 2],
    [-14.1, 2],
  ])("with a difference of %d minutes causes %i requests", async (minutes, count) => {
    const clock = () => Date.now() + minutes * 60_000;
    const { createClient, requests } = createService({ clock, isKeyValid: false });
    await expect(createClient().list()).rejects.toThrow(ApiError);
    expect(requests).toHaveLength(count);
  });

  test("of several calls at once after the server's clock has moved is replayed for each", async () => {
    let ahead = 0;
    const { respond, requests } = createService({ clock: () => Date.now() + ahead });
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const client = createTestClient(
      async (request) => {
        const response = respond(request);
        if (requests.length === 4) answer();
        if (requests.length > 1) await answered;
        return response;
      },
      { auth: accessKeyAuth({ accessKey, secretKey }), projectId: PROJECT },
    );
    await client.list();
    ahead = HOUR;
    await Promise.all(Array.from({ length: 3 }, () => client.list()));
    expect(requests).toHaveLength(1 + 3 + 3);
  });

  test.each([undefined, "soon"])("with the date %o is not replayed, and changes no offset", async (date) => {
    const dates: (string | null)[] = [];
    const client = createTestClient(
      ({ headers }) => {
        dates.push(headers.get("X-Sdk-Date"));
        return new Response(null, { status: 401, headers: date ? { Date: date } : {} });
      },
      { auth: accessKeyAuth({ accessKey, secretKey }) },
    );
    await expect(client.list()).rejects.toThrow(ApiError);
    vi.advanceTimersByTime(300_000);
    await expect(client.list()).rejects.toThrow(ApiError);
    expect(dates).toEqual(["20260102T030405Z", "20260102T030905Z"]);
  });
});

describe("the first signatures", () => {
  /** A client whose requests get their responses from the test, one by one. */
  function createHeld() {
    const held: ((response: Response) => void)[] = [];
    const client = createTestClient(() => new Promise<Response>((resolve) => held.push(resolve)), {
      auth: accessKeyAuth({ accessKey, secretKey }),
      timeout: 60_000,
    });
    /** Waits until so many requests have arrived, and a little for more. */
    const arrived = async (count: number) => {
      while (held.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
      await new Promise((resolve) => setTimeout(resolve, 10));
      expect(held).toHaveLength(count);
    };
    return { held, client, arrived };
  }

  test("are sent one at a time until one has been accepted", async () => {
    const { held, client, arrived } = createHeld();
    const calls = Array.from({ length: 5 }, () => client.list());
    await arrived(1);
    held[0]?.(page());
    await arrived(5);
    for (const give of held) give(page());
    await Promise.all(calls);
  });

  test("wait for one that failed for another reason, and are still sent one at a time", async () => {
    const { held, client, arrived } = createHeld();
    const calls = Array.from({ length: 4 }, () => client.list().catch(String));
    await arrived(1);
    held[0]?.(new Response(null, { status: 503 }));
    await arrived(2);
    held[1]?.(Response.json({ error_code: "E" }, { status: 403 }));
    await arrived(4);
    for (const give of held) give(page());
    await Promise.all(calls);
  });

  test("stay accepted while time passes and the clock moves by a minute", async () => {
    const { held, client, arrived } = createHeld();
    const first = client.list();
    await arrived(1);
    held[0]?.(page());
    await first;
    vi.advanceTimersByTime(2 * HOUR);
    vi.setSystemTime(Date.now() + 60_000);
    const calls = Array.from({ length: 3 }, () => client.list());
    await arrived(4);
    for (const give of held) give(page());
    await Promise.all(calls);
  });

  test("are in doubt after a clock that jumped, although one from before the jump is accepted", async () => {
    const { held, client, arrived } = createHeld();
    const first = client.list();
    await arrived(1);
    vi.setSystemTime(Date.now() + HOUR);
    const calls = Array.from({ length: 3 }, () => client.list());
    await arrived(1);
    held[0]?.(page());
    await first;
    await arrived(2);
    held[1]?.(page());
    await arrived(4);
    for (const give of held) give(page());
    await Promise.all(calls);
  });

  test("are sent one at a time again after a rejection", async () => {
    const { held, client, arrived } = createHeld();
    const first = client.list();
    await arrived(1);
    held[0]?.(page());
    await first;
    const rejected = client.list();
    await arrived(2);
    held[1]?.(new Response(null, { status: 401 }));
    await expect(rejected).rejects.toThrow(ApiError);
    vi.advanceTimersByTime(300_000);
    const calls = Array.from({ length: 3 }, () => client.list());
    await arrived(3);
    held[2]?.(page());
    await arrived(5);
    for (const give of held) give(page());
    await Promise.all(calls);
  });

  test("do not wait for one whose caller has left", async () => {
    const { held, client, arrived } = createHeld();
    const stop = new AbortController();
    const left = client.list({}, { signal: stop.signal }).catch(String);
    const waiting = client.list();
    await arrived(1);
    stop.abort("enough");
    await left;
    await arrived(2);
    held[1]?.(page());
    await waiting;
  });
});

describe("guards", () => {
  test.each([
    ["accessKey", "", "accessKey is missing or empty"],
    ["accessKey", undefined, "accessKey is missing or empty"],
    ["secretKey", `"${secretKey}"`, "secretKey is in quotation marks. Remove them"],
    ["accessKey", "'canary'", "accessKey is in quotation marks"],
    [
      "accessKey",
      "AK, Signature=",
      "accessKey must be an ASCII string without spaces, commas or line breaks",
    ],
    ["secretKey", "", "secretKey is missing or empty"],
    ["secretKey", `${secretKey}\n`, "secretKey must be an ASCII string without spaces"],
    ["secretKey", ` ${secretKey}`, "secretKey must be an ASCII string without spaces"],
    ["secretKey", "sécret", "secretKey must be an ASCII string without spaces"],
    ["securityToken", "", "securityToken is missing or empty"],
    [
      "securityToken",
      `${securityToken}\r\nX-Other: 1`,
      "securityToken must be an ASCII string without spaces",
    ],
  ])("rejects %s %o without showing it", (name, value, message) => {
    let thrown: unknown;
    try {
      accessKeyAuth({ accessKey, secretKey, [name]: value as string });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InputError);
    expect(String(thrown)).toContain(message);
    expect(inspect(thrown, { depth: Infinity, showHidden: true })).not.toContain("canary");
  });
});

test("no error, event or inspection shows a secret, even if the gateway echoes what was signed", async () => {
  const events: unknown[] = [];
  const auth = accessKeyAuth({ accessKey, secretKey, securityToken });
  const client = createTestClient(
    ({ headers }) => {
      const echo = `verify aksk signature fail, canonicalRequest:GET|/|x-security-token:${headers.get("X-Security-Token")}||${headers.get("Authorization")}`;
      return Response.json({ error_code: "APIGW.0301", error_msg: echo }, { status: 401 });
    },
    { auth, onEvent: (event) => events.push(event) },
  );
  const error = await client.list().catch((reason: ApiError) => reason);
  expect(error).toBeInstanceOf(ApiError);
  const shown = [auth, client, error, events, error instanceof ApiError && error.toReport()]
    .map((value) => inspect(value, { depth: Infinity, showHidden: true }) + JSON.stringify(value))
    .join();
  expect(shown).toContain("APIGW.0301");
  expect(shown).not.toMatch(/canary|Signature=[0-9a-f]/i);
});
