import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import * as exported from "../src/index.ts";
import { createMock, type MockOptions, MockUsageError, sampleImages } from "../src/index.ts";
import { get, list } from "./listing.ts";

test("exports exactly the documented names", () => {
  expect(Object.keys(exported).sort()).toEqual([
    "MockUsageError",
    "createImages",
    "createMock",
    "sampleImages",
  ]);
});

test("without options, lists the sample images for any project and any token", async () => {
  const { status, body } = await list(createMock());
  expect(status).toBe(200);
  expect(body.total_count).toBe(sampleImages.length);
  expect(body.images).toHaveLength(sampleImages.length);
});

test("responds to requests to any origin, so that a server can use it", async () => {
  const mock = createMock({ url: "https://images.test" });
  expect(mock.url).toBe("https://images.test");
  const headers = { "X-Auth-Token": "t" };
  const response = await mock.fetch(new URL("http://127.0.0.1:4010/v2/p/images"), { headers });
  expect(response.status).toBe(200);
});

test("removes a trailing slash from the URL", async () => {
  const mock = createMock({ url: "https://images.test/" });
  expect(mock.url).toBe("https://images.test");
  expect((await get(mock)).status).toBe(200);
});

test("respond returns the same as fetch, and records the request", async () => {
  const mock = createMock();
  const request = new Request(`${mock.url}/v2/p/images?limit=1`, { headers: { "X-Auth-Token": "t" } });
  const fetched = await mock.fetch(request.clone());
  const { status, headers, body } = await mock.respond(request);
  expect({ status, body }).toEqual({ status: 200, body: await fetched.text() });
  expect(headers["Content-Type"]).toBe(fetched.headers.get("Content-Type"));
  expect(mock.requests).toHaveLength(2);
});

test("respond returns no body if the status allows none, and rejects for a lost connection", async () => {
  const mock = createMock();
  const request = new Request(`${mock.url}/v2/p/images`, { headers: { "X-Auth-Token": "t" } });
  mock.inject({ status: 204, body: "" });
  expect(await mock.respond(request)).toMatchObject({ status: 204, body: null });
  mock.inject({ reset: true });
  await expect(mock.respond(request)).rejects.toThrow(TypeError);
});

test("respond takes plain values instead of a Request", async () => {
  const mock = createMock({ token: "t" });
  const plain = {
    method: "GET",
    url: `${mock.url}/v2/p/images?limit=1`,
    headers: new Map([["x-auth-token", "t"]]),
    signal: new AbortController().signal,
    text: async () => "",
  };
  const { status, body } = await mock.respond(plain);
  expect(status).toBe(200);
  expect(JSON.parse(body as string).images).toHaveLength(1);
  const asked = new Map([["access-control-request-method", "GET"]]);
  expect(await mock.respond({ ...plain, method: "OPTIONS", headers: asked })).toMatchObject({ status: 204 });
  expect(mock.requests).toHaveLength(1);
});

test("every response is JSON with a unique request ID and the time of the mock's clock", async () => {
  const mock = createMock({ now: () => Date.UTC(2026, 0, 2, 3, 4, 5) });
  const [first, second] = await Promise.all([get(mock), get(mock)]);
  expect(first.headers.get("content-type")).toBe("application/json");
  expect(first.headers.get("date")).toBe("Fri, 02 Jan 2026 03:04:05 GMT");
  expect(first.headers.get("x-request-id")).toMatch(/^[0-9a-f]{32}$/);
  expect(first.headers.get("x-request-id")).not.toBe(second.headers.get("x-request-id"));
});

test("lists a new catalogue at once", async () => {
  const mock = createMock();
  mock.images = [{ id: "only" }];
  expect((await list(mock)).body).toEqual({ total_count: 1, images: [{ id: "only" }] });
});

test("throws when the catalogue is changed in place", () => {
  const image = { id: "a", name: "before" };
  const mock = createMock({ images: [image] });
  image.name = "after";
  expect(mock.images).toEqual([{ id: "a", name: "before" }]);
  expect(() => (mock.images as object[]).push({ id: "b" })).toThrow(TypeError);
  expect(() => Object.assign(mock.images[0] ?? {}, { name: "after" })).toThrow(TypeError);
});

test.each([
  ["a missing id", [{ id: "" }]],
  ["a duplicate id", [{ id: "a" }, { id: "a" }]],
])("rejects a catalogue with %s", (_, images) => {
  expect(() => createMock({ images })).toThrow(MockUsageError);
  const mock = createMock();
  expect(() => {
    mock.images = images;
  }).toThrow(/must have a unique id/);
});

test("rejects an unknown option and names the known ones", () => {
  const options = { project_id: "p" } as MockOptions;
  expect(() => createMock(options)).toThrow(/Unknown option "project_id". Use one of: images, projectId/);
});

test("rejects an option of the wrong type without showing its value", () => {
  const options = { token: ["canary"] } as unknown as MockOptions;
  expect(() => createMock(options)).toThrow('The option "token" must be of type string, not object.');
});

test("reset restores the initial state", async () => {
  const mock = createMock({ images: [{ id: "first" }] });
  mock.images = [];
  mock.inject({ status: 500, times: 9 });
  await get(mock);
  mock.reset();
  expect(mock.requests).toEqual([]);
  expect((await list(mock)).body.images).toEqual([{ id: "first" }]);
});

test("clockOffset moves the clock by which tokens expire, until the reset", async () => {
  const mock = createMock({ now: () => Date.UTC(2026, 0, 2), token: "t" });
  const user = { name: "ann", password: "not-a-real-password", domain: { name: "acme" } };
  const auth = { identity: { methods: ["password"], password: { user } }, scope: { project: { id: "p" } } };
  const signedIn = await mock.fetch(`${mock.url}/v3/auth/tokens`, {
    method: "POST",
    body: JSON.stringify({ auth }),
  });
  const headers = { "X-Auth-Token": signedIn.headers.get("X-Subject-Token") ?? "" };
  const send = () => mock.fetch(`${mock.url}/v2/p/images`, { headers });
  mock.clockOffset = 24 * 60 * 60_000 - 1;
  expect((await send()).status).toBe(200);
  mock.clockOffset += 1;
  const expired = await send();
  expect(await expired.json()).toMatchObject({ error_code: "APIGW.0307" });
  expect(expired.headers.get("Date")).toBe("Sat, 03 Jan 2026 00:00:00 GMT");
  mock.reset();
  expect(mock.clockOffset).toBe(0);
  expect((await send()).headers.get("Date")).toBe("Fri, 02 Jan 2026 00:00:00 GMT");
});

test("rejects a clockOffset that is not finite", () => {
  const mock = createMock();
  expect(() => {
    mock.clockOffset = Number.NaN;
  }).toThrow("clockOffset must be a finite number, not NaN.");
});

test("clearFaults and clearRequests each clear one list only", async () => {
  const mock = createMock();
  mock.inject({ status: 503, times: 9 });
  expect((await get(mock)).status).toBe(503);
  mock.clearRequests();
  expect(mock.requests).toEqual([]);
  expect((await get(mock)).status).toBe(503);
  mock.clearFaults();
  expect((await get(mock)).status).toBe(200);
  expect(mock.requests).toHaveLength(2);
});

test("rejects with the reason of an aborted signal and records nothing", async () => {
  const mock = createMock();
  const reason = new Error("enough");
  await expect(get(mock, "", { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(mock.requests).toEqual([]);
});

test("keeps only the latest 10 000 requests", async () => {
  const mock = createMock({ images: [] });
  for (let count = 0; count < 10_002; count += 1) await mock.fetch(`${mock.url}/${count}`);
  expect(mock.requests).toHaveLength(10_000);
  expect(mock.requests[0]?.path).toBe("/2");
});

test("a CORS preflight is allowed, takes no fault and is not recorded", async () => {
  const mock = createMock();
  mock.inject({ status: 503 });
  const headers = {
    "Access-Control-Request-Method": "GET",
    "Access-Control-Request-Headers": "x-auth-token",
  };
  const response = await mock.fetch(`${mock.url}/v2/p/images`, { method: "OPTIONS", headers });
  expect(response.status).toBe(204);
  expect(Object.fromEntries(response.headers)).toEqual({
    "access-control-allow-headers": "x-auth-token",
    "access-control-allow-methods": "GET, POST",
    "access-control-allow-origin": "*",
    "access-control-max-age": "600",
  });
  expect(mock.requests).toEqual([]);
  expect((await get(mock)).status).toBe(503);
});

test("a CORS preflight that names no headers may send any", async () => {
  const mock = createMock();
  const init = { method: "OPTIONS", headers: { "Access-Control-Request-Method": "GET" } };
  const { headers } = await mock.fetch(`${mock.url}/v2/p/images`, init);
  expect(headers.get("Access-Control-Allow-Headers")).toBe("*");
});

test("only OPTIONS is a CORS preflight", async () => {
  const mock = createMock();
  const headers = { "X-Auth-Token": "t", "Access-Control-Request-Method": "GET" };
  expect((await mock.fetch(`${mock.url}/v2/p/images`, { headers })).status).toBe(200);
});

test("OPTIONS that is no preflight is a 405 that names the allowed method", async () => {
  const mock = createMock();
  const response = await mock.fetch(`${mock.url}/v2/p/images`, { method: "OPTIONS" });
  expect(response.status).toBe(405);
  expect(response.headers.get("Allow")).toBe("GET");
});

test.each(["{project_id}", "%7Bproject_id%7D", "%7bp"])("a path with %s unfilled is a 404", async (id) => {
  const mock = createMock();
  const headers = { "X-Auth-Token": "t" };
  expect((await mock.fetch(`${mock.url}/v2/${id}/images`, { headers })).status).toBe(404);
});

test("only responses of IAM have a trace ID, also those of a fault", async () => {
  const mock = createMock();
  const send = (path: string) => mock.fetch(mock.url + path, { headers: { "X-Auth-Token": "t" } });
  expect((await send("/v3/projects")).headers.get("X-IAM-Trace-Id")).toMatch(/^[0-9a-f]{32}$/);
  mock.inject({ status: 503 });
  expect((await send("/v3/projects")).headers.has("X-IAM-Trace-Id")).toBe(true);
  // Project IDs may look like the version of IAM.
  const listing = await send("/v2/v3/images");
  expect(listing.headers.has("X-IAM-Trace-Id")).toBe(false);
  expect(listing.headers.has("Allow")).toBe(false);
});

test("records whether the caller gave up before the response was complete", async () => {
  const mock = createMock();
  mock.inject({ delay: Number.POSITIVE_INFINITY });
  mock.inject({ stall: true });
  mock.inject({ delay: 1 });
  await expect(get(mock, "", { signal: AbortSignal.timeout(20) })).rejects.toThrow();
  const stalled = await get(mock, "", { signal: AbortSignal.timeout(20) });
  await expect(stalled.text()).rejects.toThrow();
  await get(mock);
  await get(mock);
  expect(mock.requests.map(({ aborted }) => aborted)).toEqual([true, true, false, false]);
});

test.each(["{ delay: Infinity }", "{ stall: true }"])(
  "%s keeps the process running until the caller aborts",
  async (fault) => {
    const script = `
      import { createMock } from ${JSON.stringify(new URL("../src/index.ts", import.meta.url).href)};
      const mock = createMock();
      mock.inject(${fault});
      const stop = new AbortController();
      const request = mock.fetch(mock.url + "/v2/p/images", { signal: stop.signal });
      request.then((response) => response.text()).catch(() => console.log("aborted"));
      setTimeout(() => stop.abort(), 100).unref();
    `;
    const args = ["--input-type=module", "--eval", script];
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 60_000 });
    expect(stdout).toBe("aborted\n");
  },
);
