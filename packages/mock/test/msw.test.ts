import { getResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createMock } from "../src/index.ts";
import { mswHandlers } from "../src/msw.ts";
import type { Body } from "./listing.ts";

const mock = createMock({ token: "t" });
const server = setupServer(...mswHandlers(mock));
beforeAll(() => server.listen());
afterEach(() => mock.reset());
afterAll(() => server.close());

const headers = { "X-Auth-Token": "t" };

test.each([
  mock.url,
  "https://workspace.cn-north-4.myhuaweicloud.com",
  "https://workspace.eu-west-101.myhuaweicloud.eu",
])("responds to the global fetch at %s", async (origin) => {
  const response = await fetch(`${origin}/v2/p/images?os_type=Windows&limit=3`, { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get("x-request-id")).toBeTruthy();
  const { images } = (await response.json()) as Body;
  expect(images.map(({ os_type }) => os_type)).toEqual(["Windows", "Windows", "Windows"]);
  expect(mock.requests).toMatchObject([{ query: { limit: "3" }, headers: { "x-auth-token": "***" } }]);
});

test.each(["https://iam.myhuaweicloud.com", "https://iam.cn-north-4.myhuaweicloud.com"])(
  "responds like IAM at %s",
  async (origin) => {
    const user = { name: "ann", password: "not-a-real-password", domain: { name: "acme" } };
    const identity = { methods: ["password"], password: { user } };
    const body = JSON.stringify({ auth: { identity, scope: { project: { name: "cn-north-4" } } } });
    const response = await fetch(`${origin}/v3/auth/tokens`, { method: "POST", body });
    expect(response.status).toBe(201);
    expect(response.headers.get("x-subject-token")).toMatch(/^MII/);
  },
);

test("responds like STS at the host of a region", async () => {
  const key = {
    provider_urn: "p",
    agency_urn: "a",
    agency_session_name: "s",
    id_token: "not-a-real-id-token",
  };
  const url = "https://sts.cn-north-4.myhuaweicloud.com/v5/agencies/assume-with-oidc";
  const response = await fetch(url, { method: "POST", body: JSON.stringify(key) });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ credentials: { access_key_id: expect.any(String) } });
});

test("rejects invalid credentials and unknown paths like the service", async () => {
  const statusOf = async (path: string, token: string) =>
    (await fetch(mock.url + path, { headers: { "X-Auth-Token": token } })).status;
  expect(await statusOf("/v2/p/images", "wrong")).toBe(401);
  expect(await statusOf("/v2/p/desktops", "t")).toBe(404);
});

test("ignores other hosts", async () => {
  const respond = (url: string) => getResponse(mswHandlers(mock), new Request(url, { headers }));
  expect((await respond(`${mock.url}/v2/p/images`))?.status).toBe(200);
  expect(
    await respond("https://workspace.cn-north-4.myhuaweicloud.com.other.test/v2/p/images"),
  ).toBeUndefined();
  expect(await respond("https://ecs.cn-north-4.myhuaweicloud.com/v2/p/images")).toBeUndefined();
  expect(await respond("https://workspace-mock.test/v2/p/images")).toBeUndefined();
});

test("passes faults on to the caller of fetch", async () => {
  const url = `${mock.url}/v2/p/images`;
  mock.inject({ status: 429, retryAfter: 1 });
  mock.inject({ reset: true });
  mock.inject({ truncate: true });
  mock.inject({ redirect: "https://other.test/" });
  expect((await fetch(url, { headers })).headers.get("retry-after")).toBe("1");
  await expect(fetch(url, { headers })).rejects.toThrow(TypeError);
  await expect(fetch(url, { headers }).then((response) => response.json())).rejects.toThrow(TypeError);
  expect((await fetch(url, { headers, redirect: "manual" })).status).toBe(307);
});

test("reports an error in a function of the test, not a lost connection", async () => {
  const print = vi.spyOn(console, "error").mockImplementation(() => {});
  mock.inject({
    status: 503,
    match: () => {
      throw new Error("mistake in the test");
    },
  });
  const response = await fetch(`${mock.url}/v2/p/images`, { headers });
  expect(response.status).toBe(500);
  expect(await response.text()).toContain("mistake in the test");
  print.mockRestore();
});

test("supports a mock at an IPv6 address", async () => {
  const local = createMock({ url: "http://[::1]:4010" });
  const request = new Request(`${local.url}/v2/p/images`, { headers });
  expect((await getResponse(mswHandlers(local), request))?.status).toBe(200);
});

test("an abort ends a stalled body", async () => {
  mock.inject({ stall: true });
  const signal = AbortSignal.timeout(20);
  const text = fetch(`${mock.url}/v2/p/images`, { headers, signal }).then((response) => response.text());
  await expect(text).rejects.toThrow(/abort|timeout/i);
});

test("an abort ends a delayed request", async () => {
  mock.inject({ delay: Number.POSITIVE_INFINITY });
  const signal = AbortSignal.timeout(20);
  await expect(fetch(`${mock.url}/v2/p/images`, { headers, signal })).rejects.toThrow(/abort|timeout/i);
});

test("lets environments that check CORS call it, and a preflight takes no fault", async () => {
  mock.inject({ status: 429 });
  const url = `${mock.url}/v2/p/images`;
  const asking = { "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "x-auth-token" };
  const preflight = await fetch(url, { method: "OPTIONS", headers: asking });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("Access-Control-Allow-Headers")).toBe("x-auth-token");
  const response = await fetch(url, { headers });
  expect(response.status).toBe(429);
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(response.headers.get("Access-Control-Expose-Headers")).toBe("*");
});
