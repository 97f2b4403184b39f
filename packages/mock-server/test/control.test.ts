import { once } from "node:events";
import { connect } from "node:net";
import { accessKeyAuth, createImagesClient, tokenAuth } from "@workspace-images/client";
import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import { mockControl } from "@workspace-images/spec";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startBin } from "./bin-process.ts";
import { sendRaw } from "./raw-request.ts";

let server: MockServer;
beforeEach(async () => {
  server = await startMockServer({ control: true, images: [{ id: "first" }], token: "t" });
});
afterEach(() => server.close());

/** Sends a request to the control, with a body as JSON. */
async function control(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const type = body === undefined ? {} : { "Content-Type": "application/json" };
  const text = body === undefined ? null : JSON.stringify(body);
  const init = { method, headers: { ...type, ...headers }, body: text };
  const response = await fetch(`${server.url}/_mock/${path}`, init);
  const received = await response.text();
  return { status: response.status, headers: response.headers, body: received && JSON.parse(received) };
}

async function list(query = "") {
  const response = await fetch(`${server.url}/v2/p/images${query}`, { headers: { "X-Auth-Token": "t" } });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}

test("is off unless it is turned on", async () => {
  await using other = await startMockServer();
  expect((await fetch(`${other.url}/_mock/health`)).status).toBe(404);
  expect(other.mock.requests).toHaveLength(1);
});

test("health responds to GET and HEAD, also with a query", async () => {
  expect(await control("GET", "health")).toMatchObject({ status: 200, body: { status: "ok" } });
  expect(await control("GET", "health?a=b")).toMatchObject({ status: 200 });
  expect(await control("HEAD", "health")).toMatchObject({ status: 200, body: "" });
});

describe("faults", () => {
  test("an injected fault affects the requests that it matches, then no more", async () => {
    const match = { method: "GET", path: "/v2/p/images", query: { limit: "1" } };
    const fault = { status: 429, retryAfter: 7, times: 2, match };
    expect(await control("POST", "faults", fault)).toMatchObject({ status: 204, body: "" });
    expect((await list()).status).toBe(200);
    for (const status of [429, 429, 200]) expect((await list("?limit=1")).status).toBe(status);
  });

  test("shift the list between two pages, so that the client reports a repeated image or misses some", async () => {
    await control("PUT", "images", { images: ["a", "b", "c", "d", "e"].map((id) => ({ id })) });
    for (const [shift, ids, repeated] of [
      [1, ["a", "b", "c", "d", "e"], 1],
      [-2, ["+a", "a", "d", "e"], 0],
    ] as const) {
      const onEvent = vi.fn();
      const client = createImagesClient({
        endpoint: server.url,
        projectId: "p",
        auth: tokenAuth("t"),
        onEvent,
      });
      await control("POST", "faults", { shift });
      const read: string[] = [];
      for await (const { id } of client.items({}, { limit: 2 })) read.push(id);
      expect(read).toEqual(ids);
      expect(onEvent).toHaveBeenCalledWith(expect.objectContaining({ type: "listing", repeated }));
    }
  });

  test("move the clock ahead and back, which the client follows", async () => {
    await using signing = await startMockServer({ control: true, accessKeys: { AK: "not-a-real-secret" } });
    const auth = accessKeyAuth({ accessKey: "AK", secretKey: "not-a-real-secret" });
    const client = createImagesClient({ endpoint: signing.url, projectId: "p", auth });
    const init = { method: "POST", headers: { "Content-Type": "application/json" } };
    const body = JSON.stringify({ clockOffset: 3_600_000, times: 2 });
    expect((await fetch(`${signing.url}/_mock/faults`, { ...init, body })).status).toBe(204);
    for (let count = 0; count < 2; count += 1) expect((await client.list()).total_count).toBe(21);
    expect(signing.mock.requests).toHaveLength(4);
  });

  test("are forgotten on DELETE", async () => {
    await control("POST", "faults", { status: 503, times: 99 });
    expect((await list()).status).toBe(503);
    expect((await control("DELETE", "faults")).status).toBe(204);
    expect((await list()).status).toBe(200);
  });

  test("do not affect the control", async () => {
    await control("POST", "faults", { reset: true });
    expect((await control("GET", "health")).status).toBe(200);
    await expect(list()).rejects.toThrow("fetch failed");
  });

  test.each([
    ["a contradiction", { reset: true, stall: true }, "A fault cannot combine reset and stall."],
    ["no effect", { times: 2 }, "A fault needs a status, a delay or another effect."],
    ["a misspelt name", { stauts: 503 }, 'Unknown fault "stauts". Use one of: status, body'],
    ["a name that every object has", { constructor: 1 }, 'Unknown fault "constructor".'],
    ["a success without a body", { status: 200 }, "must be an integer from 400 to 599, not 200."],
    ["an effect that is off", { stall: false }, 'The fault "stall" must be of type true, not boolean.'],
    ["a function", { change: "images => []" }, 'The fault "change" is a function, for TypeScript only.'],
    ["a path that is no string", { status: 503, match: { path: {} } }, "path must be string"],
    ["a status of another type", { status: "503" }, "status must be integer"],
    ["a list", [{ status: 503 }], "must be object"],
    ["null", null, "Body parameter is required"],
    ["a string", "503", "must be object"],
  ])("%s is rejected with the reason, and not injected", async (_what, fault, reason) => {
    const { status, headers, body } = await control("POST", "faults", fault);
    expect({ status, message: body.error_msg }).toEqual({
      status: 400,
      message: expect.stringContaining(reason),
    });
    expect(body.request_id).toBe(headers.get("X-Request-Id"));
    expect((await list()).status).toBe(200);
  });
});

describe("requests", () => {
  test("are listed with their credentials masked, without those of the control", async () => {
    await list("?limit=1");
    const identity = { methods: ["password"], password: { user: { name: "ann", password: "canary" } } };
    await fetch(`${server.url}/v3/auth/tokens`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: "canary" },
      body: JSON.stringify({ auth: { identity } }),
    });
    await control("GET", "health");
    const { status, body } = await control("GET", "requests");
    expect(status).toBe(200);
    expect(body.requests).toMatchObject([
      { method: "GET", path: "/v2/p/images", query: { limit: "1" }, headers: { "x-auth-token": "***" } },
      { method: "POST", body: { auth: { identity: { password: { user: { password: "***" } } } } } },
    ]);
    expect(JSON.stringify(body)).not.toContain("canary");
  });

  test("are forgotten on DELETE", async () => {
    await list();
    expect((await control("DELETE", "requests")).status).toBe(204);
    expect((await control("GET", "requests")).body).toEqual({ requests: [] });
  });
});

describe("images", () => {
  test("are replaced by those of a listing, with package_types", async () => {
    const images = [
      { id: "a", package_types: ["general"] },
      { id: "b", os_type: "Linux" },
    ];
    expect((await control("PUT", "images", { total_count: 2, images })).status).toBe(204);
    expect((await list("?package_type=agile")).body).toEqual({
      total_count: 1,
      images: [{ id: "b", os_type: "Linux" }],
    });
  });

  test("of more than 1 MiB are taken", async () => {
    const images = Array.from({ length: 5000 }, (_, index) => ({ id: `${index}`, name: "n".repeat(400) }));
    expect((await control("PUT", "images", { images })).status).toBe(204);
    expect((await list("?limit=1")).body.total_count).toBe(5000);
  });

  test.each([
    ["a duplicate ID", { images: [{ id: "a" }, { id: "a" }] }, "images[1] must have a unique id."],
    ["a property of another type", { images: [{ id: "a", min_disk: "forty" }] }, "images.0.min_disk must be"],
    ["no ID", { images: [{}] }, "must have required property 'id'"],
    ["no images", {}, "must have required property 'images'"],
  ])("with %s are rejected with the reason, and not listed", async (_what, content, reason) => {
    const { status, body } = await control("PUT", "images", content);
    expect({ status, message: body.error_msg }).toEqual({
      status: 400,
      message: expect.stringContaining(reason),
    });
    expect((await list()).body.images).toEqual([{ id: "first" }]);
  });
});

describe("the clock", () => {
  test("moves, so that a time of the real clock is too old", async () => {
    expect((await control("PUT", "clock", { offsetSeconds: 3600 })).status).toBe(204);
    const before = Date.now();
    const moved = Date.parse((await list()).headers.get("Date") ?? "") - 3_600_000;
    // The header has whole seconds.
    expect(moved).toBeGreaterThan(before - 1000);
    expect(moved).toBeLessThanOrEqual(Date.now());
  });

  test.each([1e300, -4e9, "3600", null])("is not moved by %j", async (offsetSeconds) => {
    expect((await control("PUT", "clock", { offsetSeconds })).status).toBe(400);
    expect(server.mock.clockOffset).toBe(0);
  });
});

test("a request whose caller gave up is marked as aborted", async () => {
  await control("POST", "faults", { delay: 2 ** 31 });
  const signal = AbortSignal.timeout(200);
  const headers = { "X-Auth-Token": "t" };
  await expect(fetch(`${server.url}/v2/p/images`, { headers, signal })).rejects.toThrow();
  await vi.waitFor(async () => {
    expect((await control("GET", "requests")).body.requests).toMatchObject([{ aborted: true }]);
  });
});

test("reset restores images, clock, faults and requests", async () => {
  await control("PUT", "images", { images: [] });
  await control("PUT", "clock", { offsetSeconds: 3600 });
  await control("POST", "faults", { status: 503, times: 99 });
  await list();
  expect((await control("POST", "reset")).status).toBe(204);
  expect((await control("GET", "requests")).body).toEqual({ requests: [] });
  expect((await list()).body.images).toEqual([{ id: "first" }]);
  expect(server.mock.clockOffset).toBe(0);
});

describe("a web page", () => {
  const pages: Record<string, string>[] = [{ Origin: "https://page.example" }, { Origin: "null" }];
  const operations = Object.entries(mockControl.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => [method.toUpperCase(), path.slice("/_mock/".length)] as const),
  );
  test.each(operations)("cannot use %s %s", async (method, path) => {
    for (const headers of pages) {
      const response = await control(method, path, undefined, headers);
      expect(response.status).toBe(403);
      expect(response.headers.has("Access-Control-Allow-Origin")).toBe(false);
    }
  });

  test("gets no permission from a preflight", async () => {
    const headers = { Origin: "https://page.example", "Access-Control-Request-Method": "DELETE" };
    const response = await control("OPTIONS", "faults", undefined, headers);
    expect(response.status).toBe(403);
    expect(response.headers.has("Access-Control-Allow-Methods")).toBe(false);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp", "text/json"])(
    "cannot send %s",
    async (type) => {
      const response = await control("POST", "faults", { status: 503 }, { "Content-Type": type });
      expect(response.status).toBe(415);
      expect((await list()).status).toBe(200);
    },
  );
});

test("a body of JSON with a charset is taken", async () => {
  const headers = { "Content-Type": "Application/JSON; charset=utf-8" };
  expect((await control("POST", "faults", { status: 503 }, headers)).status).toBe(204);
});

test("a body without a Content-Type, or that is not JSON, is rejected", async () => {
  const send = (headers: string, body: string) =>
    sendRaw(
      server.url,
      `POST /_mock/faults HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}Content-Length: ${body.length}\r\n\r\n${body}`,
    );
  expect((await send("", '{"status":503}')).status).toBe(415);
  const broken = await send("Content-Type: application/json\r\n", "{");
  expect(broken.status).toBe(400);
  expect(JSON.parse(broken.body).error_msg).toContain("The body is not valid JSON.");
  expect((await send("Content-Type: application/json\r\n", "")).status).toBe(400);
});

test("unknown paths are 404 and name the known ones, unknown methods 405 with Allow", async () => {
  const unknown = await control("GET", "request");
  expect(unknown).toMatchObject({
    status: 404,
    body: { error_msg: expect.stringContaining("/_mock/requests") },
  });
  const wrong = await control("PATCH", "requests");
  expect(wrong.status).toBe(405);
  expect(wrong.headers.get("Allow")).toBe("GET, DELETE");
});

test("a body of more than 16 MiB is rejected with 413 before all of it has arrived", async () => {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1").setEncoding("utf8");
  const headers = "Host: x\r\nContent-Type: application/json\r\nContent-Length: 400000000";
  socket.write(`PUT /_mock/images HTTP/1.1\r\n${headers}\r\n\r\n${"x".repeat(2 ** 24 + 1)}`);
  const [response] = await once(socket, "data");
  socket.destroy();
  expect(response).toMatch(/^HTTP\/1\.1 413 /);
});

describe("at the shell", () => {
  test("the control is on", async () => {
    await using bin = startBin("--port", "0", "--quiet");
    const [, url = ""] = await bin.until(/^Listening on (.*)$/m);
    expect((await fetch(`${url}/_mock/health`)).status).toBe(200);
  });

  test("--no-control turns it off", async () => {
    await using bin = startBin("--port", "0", "--quiet", "--no-control");
    const [, url = ""] = await bin.until(/^Listening on (.*)$/m);
    expect((await fetch(`${url}/_mock/health`)).status).toBe(404);
  });
});
