import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { facts } from "@workspace-images/spec/facts";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createMock, type Fault, type Mock } from "../src/index.ts";
import { get, list } from "./listing.ts";
import { signedRequest } from "./signed-request.ts";

const headers = { "X-Auth-Token": "t" };

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  [400, "APIGW.0201", true],
  [401, "APIGW.0301", true],
  [403, "PAP5.0001", true],
  [404, "APIGW.0101", true],
  [405, "WKS.00000405", undefined],
  [429, "APIGW.0308", true],
  [500, "WKS.00211401", undefined],
  [502, "APIGW.0201", true],
  [503, "WKS.00050902", undefined],
])("status %i alone sends the usual error of the description, %s", async (status, code, fromGateway) => {
  const mock = createMock();
  mock.inject({ status });
  const response = await list(mock);
  expect(response.status).toBe(status);
  expect(response.body.error_code).toBe(code);
  expect(response.body.request_id).toBe(fromGateway && response.headers.get("x-request-id"));
});

test.each([
  ["POST", "/v3/auth/tokens", "createToken"],
  ["GET", "/v3/projects", "listProjects"],
  ["GET", "/v2/p/images", "listImages"],
  ["POST", "/v3.0/OS-AUTH/id-token/tokens", "createTokenWithIdToken"],
  ["POST", "/v3.0/OS-CREDENTIAL/securitytokens", "createTemporaryAccessKeyByToken"],
  ["POST", "/v5/agencies/assume-with-oidc", "assumeAgencyWithOidc"],
] as const)("a status for %s %s sends the first example of %s", async (method, path, operation) => {
  const mock = createMock();
  const { errors } = facts.operations[operation];
  const statuses = new Set(errors.map(({ status }) => status));
  expect(statuses.size).toBeGreaterThan(6);
  for (const status of statuses) {
    mock.inject({ status });
    const response = await mock.fetch(mock.url + path, { method, headers });
    const body = errors.find((error) => error.status === status)?.body ?? {};
    const requestId = response.headers.get("x-request-id");
    expect(await response.json()).toEqual({
      ...body,
      ...("request_id" in body && { request_id: requestId }),
    });
  }
});

test("a fault affects the next request or requests, and is named in X-Mock-Fault", async () => {
  const mock = createMock();
  mock.inject({ status: 429, retryAfter: 1, times: 2 });
  mock.inject({ status: 503, retryAfter: "Fri, 02 Jan 2026 03:04:05 GMT" });
  const responses = [await get(mock), await get(mock), await get(mock), await get(mock)];
  expect(responses.map(({ status }) => status)).toEqual([429, 429, 503, 200]);
  expect(responses.map(({ headers }) => headers.get("retry-after"))).toEqual([
    "1",
    "1",
    "Fri, 02 Jan 2026 03:04:05 GMT",
    null,
  ]);
  expect(responses[0]?.headers.get("x-mock-fault")).toBe("status retryAfter times");
  expect(responses[3]?.headers.has("x-mock-fault")).toBe(false);
});

test.each<[string, NonNullable<Fault["match"]>]>([
  ["a function", ({ query, headers }) => query["offset"] === "50" && headers["x-auth-token"] === "***"],
  ["a path and a parameter", { path: "/v2/p/images", query: { offset: "50" } }],
  ["a pattern and a parameter", { path: /images$/, query: { offset: "50" } }],
  ["a pattern of the beginning of the path", { path: /^\/v2\/p\//, query: { offset: "50" } }],
  ["a method and a parameter", { method: "GET", query: { offset: "50" } }],
])("a fault waits for a request that matches %s", async (_, match) => {
  const mock = createMock();
  mock.inject({ status: 500, match });
  expect((await mock.fetch(`${mock.url}/v2/q?offset=50`, { method: "POST" })).status).toBe(404);
  expect((await get(mock, "offset=49")).status).toBe(200);
  expect((await get(mock, "offset=50")).status).toBe(500);
  expect((await get(mock, "offset=50")).status).toBe(200);
});

test("a fault for a path does not affect longer paths", async () => {
  const mock = createMock();
  mock.inject({ status: 500, match: { path: "/v2/p" } });
  expect((await get(mock)).status).toBe(200);
});

test("a fault with infinite times lasts until the mock is reset", async () => {
  const mock = createMock();
  mock.inject({ status: 500, times: Number.POSITIVE_INFINITY });
  for (let count = 0; count < 5; count += 1) expect((await get(mock)).status).toBe(500);
  mock.reset();
  expect((await get(mock)).status).toBe(200);
});

test("a custom body can be an error with status 200, broken JSON, or empty", async () => {
  const mock = createMock();
  mock.inject({ body: { error_code: "WKS.00010109", error_msg: "Invented." } });
  mock.inject({ body: '{"images": [' });
  mock.inject({ status: 503, body: "" });
  mock.inject({ status: 204, body: "" });
  expect((await list(mock)).body).toEqual({ error_code: "WKS.00010109", error_msg: "Invented." });
  await expect(list(mock)).rejects.toThrow(SyntaxError);
  expect(await (await get(mock)).text()).toBe("");
  expect((await get(mock)).status).toBe(204);
});

test.each([204, 205, 304])("a response with status %d has no body and no Content-Length", async (status) => {
  const mock = createMock();
  mock.inject({ status, body: { error_code: "WKS.00010109" } });
  const { headers, body } = await get(mock);
  expect(body).toBeNull();
  expect(headers.has("content-length")).toBe(false);
});

test("an HTML page has status 200 unless another is given", async () => {
  const mock = createMock();
  mock.inject({ html: true });
  mock.inject({ html: true, status: 502 });
  const [first, second] = [await get(mock), await get(mock)];
  expect([first.status, second.status]).toEqual([200, 502]);
  expect(first.headers.get("content-type")).toBe("text/html");
  expect(await first.text()).toMatch(/^<!doctype html>/);
});

test("returns a redirect without following it", async () => {
  const mock = createMock();
  mock.inject({ redirect: "https://other.test/" });
  const response = await get(mock);
  expect(response.status).toBe(307);
  expect(response.headers.get("location")).toBe("https://other.test/");
  expect(mock.requests).toHaveLength(1);
});

test("a wrong total_count and an ignored offset wait for a listing", async () => {
  const mock = createMock();
  mock.inject({ totalCount: 1 });
  mock.inject({ ignoreOffset: true });
  await mock.fetch(`${mock.url}/v3/projects`, { headers: { "X-Auth-Token": "t" } });
  const [wrong, again, right] = [await list(mock), await list(mock, "offset=5"), await list(mock)];
  expect(wrong.body).toMatchObject({ total_count: 1 });
  expect(wrong.body.images).toEqual(right.body.images);
  expect(again.body.images).toEqual(right.body.images);
});

test("changes the catalogue between two pages", async () => {
  const images = ["a", "b", "c", "d", "e"].map((id) => ({ id }));
  const mock = createMock({ images });
  mock.inject({ change: (before) => before.filter(({ id }) => id !== "a") });
  const pages = [
    await list(mock, "limit=2"),
    await list(mock, "limit=2&offset=2"),
    await list(mock, "offset=4"),
  ];
  expect(pages.map(({ body }) => body.total_count)).toEqual([5, 4, 4]);
  // Image c moved to the first page after that page was read.
  expect(pages.map(({ body }) => body.images.map(({ id }) => id).join(""))).toEqual(["ab", "de", ""]);
});

test("a token stays expired", async () => {
  const mock = createMock();
  mock.inject({ expireToken: true });
  expect((await mock.fetch(`${mock.url}/v3/auth/tokens`, { method: "POST" })).status).toBe(400);
  expect(await list(mock)).toMatchObject({ status: 401, body: { error_code: "APIGW.0307" } });
  expect((await list(mock)).status).toBe(401);
  expect((await list(mock, "", { headers: { "X-Auth-Token": "fresh" } })).status).toBe(200);
});

test.each<[string, Fault]>([
  ["the catalogue", { change: () => [] }],
  ["the token", { expireToken: true }],
])("a request in flight during a reset does not change %s", async (_, fault) => {
  vi.useFakeTimers();
  const mock = createMock();
  mock.inject({ delay: 1000, ...fault });
  const before = get(mock);
  await vi.advanceTimersByTimeAsync(500);
  mock.reset();
  await vi.advanceTimersByTimeAsync(500);
  expect((await before).headers.has("x-mock-fault")).toBe(true);
  const { status, body } = await list(mock);
  expect(status).toBe(200);
  expect(body.images).not.toEqual([]);
});

test("a lost connection rejects with a TypeError, like fetch", async () => {
  const mock = createMock();
  mock.inject({ reset: true });
  await expect(get(mock)).rejects.toThrow(TypeError);
  expect(mock.requests).toHaveLength(1);
});

test("a truncated body ends half-way with a TypeError", async () => {
  const mock = createMock();
  const whole = await (await get(mock)).text();
  mock.inject({ truncate: true });
  const reader = (await get(mock)).body?.pipeThrough(new TextDecoderStream()).getReader();
  expect(await reader?.read()).toEqual({ done: false, value: whole.slice(0, whole.length / 2) });
  await expect(reader?.read()).rejects.toThrow(new TypeError("terminated"));
  mock.inject({ truncate: true });
  await expect((await get(mock)).json()).rejects.toThrow(TypeError);
});

test("a stalled body lasts until the abort and rejects with its reason", async () => {
  const mock = createMock();
  const controller = new AbortController();
  mock.inject({ stall: true });
  const response = await get(mock, "", { signal: controller.signal });
  expect(response.status).toBe(200);
  const text = response.text();
  let settled = false;
  const noted = text
    .catch(() => {})
    .then(() => {
      settled = true;
    });
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(settled).toBe(false);
  const reason = new Error("enough");
  controller.abort(reason);
  await expect(text).rejects.toBe(reason);
  await noted;
});

describe("an abort arrives after a garbage collection", () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage: () => void = runInNewContext("gc");

  test.each<[string, Fault]>([
    ["a stalled body", { stall: true }],
    ["a response that never comes", { delay: Number.POSITIVE_INFINITY }],
  ])("during %s", async (_, fault) => {
    const requests: [string, (mock: Mock, signal: AbortSignal) => Promise<Response>][] = [
      ["a URL", (mock, signal) => get(mock, "", { signal })],
      [
        "a Request",
        (mock, signal) => mock.fetch(new Request(`${mock.url}/v2/p/images`, { headers, signal })),
      ],
      [
        "a Request and options",
        (mock, signal) => mock.fetch(new Request(`${mock.url}/v2/p/images`, { signal }), { headers }),
      ],
    ];
    for (const [how, send] of requests) {
      const mock = createMock();
      mock.inject(fault);
      const controller = new AbortController();
      const ended = send(mock, controller.signal)
        .then((response) => response.text())
        .catch((reason) => reason);
      for (let count = 0; count < 5; count += 1) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        collectGarbage();
      }
      controller.abort(how);
      expect(await ended).toBe(how);
    }
  });
});

test("a delay precedes any response", async () => {
  vi.useFakeTimers();
  const mock = createMock();
  mock.inject({ delay: 1000, status: 503 });
  const response = get(mock);
  await vi.advanceTimersByTimeAsync(999);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect((await response).status).toBe(503);
  expect(vi.getTimerCount()).toBe(0);
});

test.each([1000, 1e12, Number.POSITIVE_INFINITY])(
  "an abort ends a delay of %d ms and leaves no timer",
  async (delay) => {
    vi.useFakeTimers();
    const mock = createMock();
    const controller = new AbortController();
    mock.inject({ delay });
    const response = get(mock, "", { signal: controller.signal });
    const rejected = expect(response).rejects.toThrow("enough");
    await vi.advanceTimersByTimeAsync(500);
    controller.abort(new Error("enough"));
    await rejected;
    expect(vi.getTimerCount()).toBe(0);
  },
);

test("pageCap sends fewer images than asked for, from the right offset", async () => {
  const mock = createMock();
  const all = (await list(mock)).body.images.map(({ id }) => id);
  mock.inject({ pageCap: 2, times: 2 });
  expect((await list(mock, "limit=5&offset=3")).body.images.map(({ id }) => id)).toEqual(all.slice(3, 5));
  expect((await list(mock, "limit=1")).body.images.map(({ id }) => id)).toEqual(all.slice(0, 1));
  expect((await list(mock, "limit=5")).body.images).toHaveLength(5);
});

test("hidden leaves images out of a page after paging, and total_count as it is", async () => {
  const mock = createMock();
  const all = (await list(mock)).body.images.map(({ id }) => id);
  mock.inject({ hidden: 1 });
  const { images, total_count } = (await list(mock, "limit=5&offset=3")).body;
  expect(images.map(({ id }) => id)).toEqual(all.slice(4, 8));
  expect(total_count).toBe(all.length);
});

describe("shift", () => {
  const images = ["c", "b", "a", "z"].map((id) => ({
    id,
    name: id === "z" ? "z" : "same",
    os_type: id === "z" ? "Linux" : "Windows",
  }));
  const ids = async (mock: Mock, query: string) =>
    (await list(mock, query)).body.images.map(({ id }) => id).join(" ");

  test("makes the next page repeat images, whatever the order and the size of a page", async () => {
    for (const query of ["limit=1", "limit=1&sort_type=desc&os_type=Windows", "limit=1&os_type=Windows"]) {
      const mock = createMock({ images });
      mock.inject({ shift: 1, times: 2 });
      expect(await ids(mock, query)).toBe("a");
      expect(await ids(mock, `${query}&offset=1`)).toBe("a");
      expect(await ids(mock, `${query}&offset=2`)).toBe("a");
      expect(await ids(mock, `${query}&offset=3`)).toBe("b");
    }
  });

  test("of a negative number makes the next page miss images of the same filter", async () => {
    const mock = createMock({ images });
    mock.inject({ shift: -1 });
    expect(await ids(mock, "os_type=Windows&limit=1")).toBe("a");
    expect(await ids(mock, "os_type=Windows&limit=1&offset=1")).toBe("c");
    expect(await ids(mock, "os_type=Linux")).toBe("z");
  });

  test("changes total_count by the number of images", async () => {
    const mock = createMock({ images });
    for (const shift of [100, -2]) mock.inject({ shift });
    const totals = [await list(mock), await list(mock), await list(mock)].map(({ body }) => body.total_count);
    expect(totals).toEqual([4, 104, 102]);
  });

  test("waits for a page: neither a rejection nor an empty listing shifts anything", async () => {
    const mock = createMock({ images, token: "t" });
    mock.inject({ shift: -1, times: 2 });
    await mock.fetch(`${mock.url}/v2/p/images`, { headers: { "X-Auth-Token": "wrong" } });
    await list(mock, "os_type=Other");
    expect(mock.images).toHaveLength(4);
  });
});

describe("clockOffset", () => {
  const hour = 3_600_000;

  test("moves the header Date of that response alone", async () => {
    const time = Date.UTC(2026, 0, 2);
    const mock = createMock({ now: () => time });
    mock.inject({ clockOffset: -hour });
    const dates = [await get(mock), await get(mock)].map(({ headers }) => headers.get("date"));
    expect(dates).toEqual(["Thu, 01 Jan 2026 23:00:00 GMT", "Fri, 02 Jan 2026 00:00:00 GMT"]);
    expect(mock.now()).toBe(time);
  });

  test("applies to an error, too", async () => {
    const mock = createMock({ now: () => 0 });
    mock.inject({ clockOffset: hour, status: 503 });
    const { status, headers } = await get(mock);
    expect([status, headers.get("date")]).toEqual([503, "Thu, 01 Jan 1970 01:00:00 GMT"]);
  });

  test("makes a token expire for that request alone", async () => {
    const mock = createMock({ users: [{ name: "ann", password: "not-a-real-password", domain: "acme" }] });
    const user = { name: "ann", password: "not-a-real-password", domain: { name: "acme" } };
    const identity = { methods: ["password"], password: { user } };
    const body = JSON.stringify({ auth: { identity, scope: { project: { name: "cn-north-4" } } } });
    const signIn = await mock.fetch(`${mock.url}/v3/auth/tokens`, { method: "POST", body });
    const token = { "X-Auth-Token": signIn.headers.get("X-Subject-Token") ?? "" };
    mock.inject({ clockOffset: 24 * hour });
    const statuses = [await get(mock, "", { headers: token }), await get(mock, "", { headers: token })];
    expect(statuses.map(({ status }) => status)).toEqual([401, 200]);
  });

  test("makes a signature too old for that request alone", async () => {
    const now = () => Date.UTC(2026, 0, 2, 3, 4, 5);
    const mock = createMock({ accessKeys: { AK: "not-a-real-secret" }, now });
    const request = signedRequest(`${mock.url}/v2/p/images`);
    mock.inject({ clockOffset: 16 * 60_000 });
    const statuses = [await mock.fetch(request.clone()), await mock.fetch(request.clone())];
    expect(statuses.map(({ status }) => status)).toEqual([401, 200]);
  });
});
