import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMockServer } from "@workspace-images/mock-server";
import { images } from "@workspace-images/spec";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sendRaw } from "./raw-request.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mock-server-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function save(name: string, content: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

test("starts two servers, each on a free port of the loopback address", async () => {
  await using first = await startMockServer();
  await using second = await startMockServer();
  expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(second.url).not.toBe(first.url);
});

test("listens on the loopback address if the host is empty", async () => {
  await using server = await startMockServer({ host: "" });
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test("frees its port at the end of the block", async () => {
  let url: string;
  {
    await using server = await startMockServer();
    url = server.url;
    expect((await fetch(`${url}/v2/p/images`)).status).toBe(401);
  }
  await expect(fetch(`${url}/v2/p/images`)).rejects.toThrow();
  await using again = await startMockServer({ port: Number(new URL(url).port) });
  expect(again.url).toBe(url);
});

test("can be closed twice", async () => {
  const server = await startMockServer();
  await server.close();
  await expect(server.close()).resolves.toBeUndefined();
});

test("rejects a port in use and names a remedy", async () => {
  await using server = await startMockServer();
  const port = Number(new URL(server.url).port);
  await expect(startMockServer({ port })).rejects.toThrow(
    `Port ${port} is already in use. Port 0 picks a free one.`,
  );
});

test.each([
  ["that does not exist", () => join(folder, "absent.yaml")],
  ["that is not OpenAPI", () => save("other.json", '{"name":"other"}')],
  ["that is not YAML", () => save("broken.yaml", "openapi: [")],
])("names a description %s in the error", async (_what, make) => {
  const description = await make();
  await expect(startMockServer({ description })).rejects.toThrow(
    `Cannot use the description ${description}. `,
  );
});

const REFERRING = (reference: string) => `openapi: 3.0.3
info: { title: t, version: "1" }
paths:
  /v2/{project_id}/images:
    get: { responses: { "200": { $ref: "${reference}" } } }
`;

test.each([
  ["refers to another host", (url: string) => save("remote.yaml", REFERRING(`${url}/200.json`))],
  [
    "refers to a file that does",
    async (url: string) => {
      await save("near.yaml", `$ref: "${url}/200.json"`);
      return save("remote-by-file.yaml", REFERRING("near.yaml"));
    },
  ],
  ["is on another host", async (url: string) => `${url}/200.json`],
])("fetches nothing for a description that %s, and names the reference", async (_what, make) => {
  const requested: (string | undefined)[] = [];
  const other = createServer(({ url }, response) => {
    requested.push(url);
    response.end('{"description":"Images"}');
  }).listen(0, "127.0.0.1");
  await once(other, "listening");
  const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  const description = await make(url);
  await expect(startMockServer({ description })).rejects.toThrow(
    `Cannot use the description ${description}. It must be an OpenAPI file that only refers to files on this machine. Unable to resolve $ref pointer "${url}/200.json"`,
  );
  other.close();
  expect(requested).toEqual([]);
});

test.each([
  ["no operation", ""],
  [
    "operations of another service",
    "  /v1/desktops: { get: { responses: { default: { description: d } } } }",
  ],
])("rejects a description with %s, which would validate nothing", async (_what, paths) => {
  const document = `openapi: 3.0.3\ninfo: { title: t, version: "1" }\npaths:\n${paths || "  {}"}\n`;
  const description = await save("unchecked.yaml", document);
  await expect(startMockServer({ description })).rejects.toThrow(
    "It describes none of these paths: /v2/{project_id}/images, /v3/auth/tokens, /v3/projects, ",
  );
});

const AUTH = { "X-Auth-Token": "not-a-real-token" };

test("responds with 500 if the response of the mock does not conform to the description", async () => {
  await using server = await startMockServer();
  server.mock.images = [{ id: "one", min_disk: "forty" as unknown as number }];
  const response = await fetch(`${server.url}/v2/p/images`, { headers: AUTH });
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({
    error_code: "WKS.00211401",
    error_msg: expect.stringContaining(
      "The response does not conform to the description. Response body property images.0.min_disk must be integer.",
    ),
  });
});

test("responds with 500 if an example does not conform to the description", async () => {
  const broken = JSON.stringify(images).replaceAll('"min_disk":40', '"min_disk":"forty"');
  await using server = await startMockServer({ description: await save("broken.json", broken) });
  for (const Prefer of ["example=singlePage", "code=200, example=singlePage"]) {
    const response = await fetch(`${server.url}/v2/p/images`, { headers: { ...AUTH, Prefer } });
    expect(response.status).toBe(500);
    expect(await response.text()).toContain("images.0.min_disk must be integer");
  }
});

test("rejects a request that the description forbids, although the mock would accept it", async () => {
  const stricter = JSON.stringify(images).replaceAll('"maximum":5000', '"maximum":10');
  await using server = await startMockServer({ description: await save("stricter.json", stricter) });
  expect((await fetch(`${server.url}/v2/p/images?offset=10`, { headers: AUTH })).status).toBe(200);
  const response = await fetch(`${server.url}/v2/p/images?offset=11`, { headers: AUTH });
  expect(response.status).toBe(400);
  expect(await response.json()).toHaveProperty("error_code", "APIGW.0201");
});

test("rejects unknown paths, methods and examples in the words of the service", async () => {
  await using server = await startMockServer();
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${server.url}${path}`, { headers: AUTH, ...init });
    expect(response.headers.get("X-Request-Id")).toMatch(/^[\da-f]{32}$/);
    return { status: response.status, ...((await response.json()) as object) };
  };
  expect(await send("/v2/p/imagez")).toMatchObject({ status: 404, error_code: "APIGW.0101" });
  expect(await send("/v2/p/images", { method: "DELETE" })).toMatchObject({
    status: 405,
    error_code: "WKS.00000405",
  });
  expect(await send("/v2/{project_id}/images")).toMatchObject({ status: 404, error_code: "APIGW.0101" });
  const preferring = (Prefer: string) => ({ headers: { ...AUTH, Prefer } });
  expect(await send("/v2/p/images", preferring("example=nope"))).toMatchObject({
    status: 404,
    error_code: "APIGW.0101",
  });
  expect(await send("/v2/p/imagez", preferring("code=200"))).toMatchObject({
    status: 404,
    error_code: "APIGW.0101",
  });
  expect(await send("/v2/p/images", preferring("code=two"))).toMatchObject({
    status: 400,
    error_msg: 'Prefer: code must be a status of three digits, not "two".',
  });
});

test("a 405 names the allowed methods", async () => {
  await using server = await startMockServer();
  const response = await fetch(`${server.url}/v2/p/images`, { method: "DELETE", headers: AUTH });
  expect(response.headers.get("Allow")).toBe("GET");
  for (const [request, allowed] of [
    ["TRACE /v2/p/images", "GET"],
    ["CONNECT x:80", "GET, POST"],
  ]) {
    const { status, headers } = await sendRaw(
      server.url,
      `${request} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    );
    expect(status).toBe(405);
    expect(headers.get("allow")).toBe(allowed);
  }
});

test("joins the values of a repeated header, as fetch does", async () => {
  await using server = await startMockServer();
  const lines = ["GET /v2/p/images HTTP/1.1", "Host: x", "Connection: close", "Accept-Language: a"];
  await sendRaw(server.url, `${[...lines, "ACCEPT-LANGUAGE: b"].join("\r\n")}\r\n\r\n`);
  expect(server.mock.requests[0]?.headers["accept-language"]).toBe("a, b");
});

test("responds as without Prefer if it has only unknown preferences, and logs them", async () => {
  const lines: string[] = [];
  await using server = await startMockServer({ log: (line) => lines.push(line) });
  const headers = { ...AUTH, Prefer: "respond-async, cod=503" };
  expect((await fetch(`${server.url}/v2/p/images`, { headers })).status).toBe(200);
  expect(lines).toEqual([
    expect.stringContaining('unknown preference "respond-async"'),
    expect.stringContaining('unknown preference "cod"'),
    expect.stringMatching(/^GET \/v2\/p\/images 200 /),
  ]);
});

test("records that a client disconnected before the response was complete", async () => {
  await using server = await startMockServer();
  const send = (signal: AbortSignal) => fetch(`${server.url}/v2/p/images`, { headers: AUTH, signal });
  server.mock.inject({ delay: Number.POSITIVE_INFINITY });
  server.mock.inject({ stall: true });
  await expect(send(AbortSignal.timeout(200))).rejects.toThrow();
  await expect(send(AbortSignal.timeout(200)).then((response) => response.text())).rejects.toThrow();
  await (await send(AbortSignal.timeout(60_000))).text();
  await vi.waitFor(() => {
    expect(server.mock.requests.map(({ aborted }) => aborted)).toEqual([true, true, false]);
  });
});

test("does not send an example of another status", async () => {
  await using server = await startMockServer();
  const send = (Prefer: string) =>
    fetch(`${server.url}/v2/p/images`, { headers: { ...AUTH, Prefer } }).then(async (response) => ({
      status: response.status,
      message: ((await response.json()) as { error_msg?: string }).error_msg,
    }));
  for (const name of ["documented", "nope"]) {
    const message = `Status 503 has no example "${name}".`;
    expect(await send(`code=503, example=${name}`)).toEqual({ status: 404, message });
  }
  expect((await send("code=503, example=iamUnavailable")).status).toBe(503);
  expect((await send("code=200, example=documented")).status).toBe(200);
});

test("generates the same response for the same seed", async () => {
  await using server = await startMockServer();
  const send = async (seed: number) => {
    const headers = { ...AUTH, Prefer: `dynamic=true, seed=${seed}` };
    return (await fetch(`${server.url}/v2/p/images`, { headers })).text();
  };
  expect(await send(1)).toBe(await send(1));
  expect(await send(1)).not.toBe(await send(2));
});

test("sends faults over the wire without validating them", async () => {
  await using server = await startMockServer();
  const send = () => fetch(`${server.url}/v2/p/images`, { headers: AUTH });
  server.mock.inject({ reset: true });
  await expect(send()).rejects.toThrow("fetch failed");
  server.mock.inject({ truncate: true });
  await expect(send().then((response) => response.text())).rejects.toThrow();
  server.mock.inject({ html: true, status: 502 });
  expect(await (await send()).text()).toContain("<!doctype html>");
  server.mock.inject({ body: "" });
  expect(await (await send()).text()).toBe("");
  server.mock.inject({ status: 429, retryAfter: 7 });
  expect((await send()).headers.get("Retry-After")).toBe("7");
  server.mock.inject({ stall: true });
  const stop = new AbortController();
  const stalled = await fetch(`${server.url}/v2/p/images`, { headers: AUTH, signal: stop.signal });
  const text = stalled.text();
  stop.abort(new Error("The test has waited long enough"));
  await expect(text).rejects.toThrow("The test has waited long enough");
  expect((await send()).status).toBe(200);
});

test.each([204, 205, 304])("a response with status %d has no body and no Content-Length", async (status) => {
  await using server = await startMockServer();
  server.mock.inject({ status, body: { error_code: "WKS.00010109" } });
  const response = await fetch(`${server.url}/v2/p/images`, { headers: AUTH });
  expect(response.status).toBe(status);
  expect(response.headers.has("Content-Length")).toBe(false);
  expect(await response.text()).toBe("");
});

test("a truncated response has its status and headers before the connection is lost", async () => {
  await using server = await startMockServer();
  server.mock.inject({ status: 503, truncate: true, retryAfter: 7 });
  const response = await fetch(`${server.url}/v2/p/images`, { headers: AUTH });
  expect(response.status).toBe(503);
  expect(response.headers.get("Retry-After")).toBe("7");
  await expect(response.text()).rejects.toThrow(TypeError);
});

test("keeps serving when a client disconnects during its request", async () => {
  await using server = await startMockServer();
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  const headers = "Host: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
  socket.write(`POST /v3/auth/tokens HTTP/1.1\r\n${headers}`);
  await once(socket, "connect");
  await new Promise((resolve) => setTimeout(resolve, 100)); // The server now waits for the rest of the body.
  socket.resetAndDestroy();
  await once(socket, "close");
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await fetch(`${server.url}/v2/p/images`, { headers: AUTH })).status).toBe(200);
});

test("reports an error in a function of the test, not a lost connection", async () => {
  await using server = await startMockServer();
  server.mock.inject({
    status: 503,
    match: () => {
      throw new Error("mistake in the test");
    },
  });
  const response = await fetch(`${server.url}/v2/p/images`, { headers: AUTH });
  expect(response.status).toBe(500);
  expect(await response.json()).toHaveProperty("error_msg", "The mock failed: Error: mistake in the test");
});

test("allows requests from pages of any origin, with any header, also while a fault waits", async () => {
  await using server = await startMockServer();
  server.mock.inject({ status: 503, match: { method: "OPTIONS" } });
  const preflight = await fetch(`${server.url}/v2/p/images`, {
    method: "OPTIONS",
    headers: {
      Origin: "https://page.example",
      "Access-Control-Request-Method": "GET",
      "Access-Control-Request-Headers": "x-auth-token",
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("Access-Control-Allow-Headers")).toBe("x-auth-token");
  expect(preflight.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(server.mock.requests).toEqual([]);
  const response = await fetch(`${server.url}/v2/p/images`, { headers: AUTH });
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
});

test("logs one line for each request, without its credentials", async () => {
  const lines: string[] = [];
  await using server = await startMockServer({ log: (line) => lines.push(line) });
  await fetch(`${server.url}/v2/p/images?limit=1`, { headers: { "X-Auth-Token": "canary-token" } });
  await fetch(`${server.url}/v2/p/images`, {
    headers: { Authorization: "canary-signature", "X-Sdk-Date": "x" },
  });
  server.mock.inject({ reset: true });
  await fetch(`${server.url}/v2/p/images`, { headers: AUTH }).catch(() => {});
  expect(lines).toEqual([
    expect.stringMatching(/^GET \/v2\/p\/images\?limit=1 200 \d+\.\d ms token \*\*\*$/),
    expect.stringMatching(/^GET \/v2\/p\/images 401 \d+\.\d ms signature \*\*\*$/),
    expect.stringMatching(/^GET \/v2\/p\/images connection lost /),
  ]);
  expect(JSON.stringify([lines, server.mock.requests])).not.toContain("canary");
});

test("serves IAM on the same port", async () => {
  await using server = await startMockServer();
  const response = await fetch(`${server.url}/v3/projects?name=cn-north-4`, {
    headers: { "X-Auth-Token": "not-real" },
  });
  expect(response.status).toBe(200);
  expect(await response.json()).toHaveProperty("projects");
});
