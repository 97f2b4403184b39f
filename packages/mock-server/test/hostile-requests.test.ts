import { once } from "node:events";
import { connect } from "node:net";
import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { USER } from "../fuzz/service-options.ts";
import { type RawResponse, sendRaw } from "./raw-request.ts";

let server: MockServer;
let log: (line: string) => void;
beforeEach(async () => {
  log = () => {};
  server = await startMockServer({ log: (line) => log(line) });
});
// A server that an earlier request has ended, or one that hangs, does not respond to this.
afterEach(async () => {
  expect((await send(`GET ${LISTING}`)).status).toBe(200);
  await server.close();
});

const LISTING = "/v2/p/images";
const SIGN_IN = JSON.stringify({
  auth: {
    identity: {
      methods: ["password"],
      password: { user: { ...USER, domain: { name: USER.domain } } },
    },
    scope: { project: { name: "cn-north-4" } },
  },
});

/** Sends a request with a token, and reads the response. */
function send(request: string, headers: readonly string[] = ["Host: x"], body = ""): Promise<RawResponse> {
  const lines = [`${request} HTTP/1.1`, "X-Auth-Token: t", "Connection: close", ...headers];
  return sendRaw(server.url, `${lines.join("\r\n")}\r\n\r\n${body}`);
}

function signIn(...headers: string[]): Promise<RawResponse> {
  const length = `Content-Length: ${SIGN_IN.length}`;
  return send("POST /v3/auth/tokens", ["Host: x", length, ...headers], SIGN_IN);
}

/** Expects an error in the shape of the gateway. */
function expectGatewayError({ status, headers, body }: RawResponse, expected: number): void {
  expect(status).toBe(expected);
  expect(headers.get("content-type")).toBe("application/json");
  const requestId = headers.get("x-request-id");
  expect(requestId).toMatch(/^[\da-f]{32}$/);
  expect(JSON.parse(body)).toEqual({
    error_code: "APIGW.0201",
    error_msg: expect.stringMatching(/\w/),
    request_id: requestId,
  });
}

describe("a request that cannot be parsed is rejected with 400", () => {
  test.each(["x:99999", "1.2.3.4.5", "a b", "[", "%zz", "", "a/b", "user@host"])("Host: %s", async (host) => {
    const lines: string[] = [];
    log = (line) => lines.push(line);
    expectGatewayError(await send(`GET ${LISTING}`, [`Host: ${host}`]), 400);
    expect(lines).toEqual([expect.stringMatching(/^GET \/v2\/p\/images 400 /)]);
  });

  test.each([
    ["no Host", []],
    ["two hosts", ["Host: x", "Host: y"]],
  ])("%s", async (_what, hosts) => {
    expectGatewayError(await send(`GET ${LISTING}`, hosts), 400);
  });

  test.each([
    ["a port out of range in the target", `GET http://x:99999${LISTING}`],
    ["a target without a slash", "GET images"],
    ["a target of another scheme", `GET ftp://x${LISTING}`],
    ["a NUL in the target", `GET ${LISTING}?os_type=\0`],
    ["an unknown method", `FETCH ${LISTING}`],
  ])("%s", async (_what, request) => {
    expectGatewayError(await send(request), 400);
  });

  test.each([
    ["bytes of TLS", "\x16\x03\x01\x00\r\n\r\n"],
    ["an unknown version", "GET / HTTP/9.9\r\nHost: x\r\n\r\n"],
    ["a negative length", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"],
    ["a broken chunk", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"],
  ])("%s", async (_what, bytes) => {
    expectGatewayError(await sendRaw(server.url, bytes), 400);
  });

  test("a preflight with an invalid Host", async () => {
    const headers = ["Host: x:99999", "Origin: https://page.example", "Access-Control-Request-Method: GET"];
    expectGatewayError(await send(`OPTIONS ${LISTING}`, headers), 400);
  });

  test("a path that cannot be decoded", async () => {
    expectGatewayError(await send("GET /v2/%/images"), 400);
  });
});

test("an absolute target is served", async () => {
  expect((await send(`GET http://other.example${LISTING}`)).status).toBe(200);
});

test("an error in `log` is a 500 for that request alone", async () => {
  log = () => {
    throw new Error("mistake in the log");
  };
  const { status, body } = await send(`GET ${LISTING}`);
  log = () => {};
  expect(status).toBe(500);
  expect(JSON.parse(body)).toMatchObject({
    error_code: "WKS.00211401",
    error_msg: "The mock failed: Error: mistake in the log",
  });
});

test("an error in the clock is a 500 for that request alone", async () => {
  let time = Number.NaN;
  await using broken = await startMockServer({ now: () => time });
  const body = `Host: x\r\nConnection: close\r\nContent-Length: ${SIGN_IN.length}\r\n\r\n${SIGN_IN}`;
  expect((await sendRaw(broken.url, `POST /v3/auth/tokens HTTP/1.1\r\n${body}`)).status).toBe(500);
  time = Date.now();
  expect((await sendRaw(broken.url, `POST /v3/auth/tokens HTTP/1.1\r\n${body}`)).status).toBe(201);
});

describe("Content-Type", () => {
  test.each([
    ["Content-Type: json"],
    ["Content-Type: ;"],
    ["Content-Type:"],
    ["Content-Type: application/json", "Content-Type: application/json"],
    ["Content-Type: application/json", "Content-Type: text/plain"],
  ])("with a body, %j is rejected with 400", async (...headers) => {
    expectGatewayError(await signIn(...headers), 400);
  });

  test.each(["application/json", "APPLICATION/JSON", "application/json;charset=utf8"])(
    "with a body, %s is accepted",
    async (type) => {
      expect((await signIn(`Content-Type: ${type}`)).status).toBe(201);
    },
  );

  test("without a body, any value is ignored", async () => {
    expect((await send(`GET ${LISTING}`, ["Host: x", "Content-Type: json"])).status).toBe(200);
  });

  test("of a GET with a body, which is not read, is ignored", async () => {
    const headers = ["Host: x", "Content-Type: json", "Content-Length: 2"];
    expect((await send(`GET ${LISTING}`, headers, "{}")).status).toBe(200);
  });
});

test("an invalid Accept does not keep an example from being sent", async () => {
  for (const Accept of ["none", "text/html"]) {
    const headers = ["Host: x", `Accept: ${Accept}`, "Prefer: code=503"];
    const { status, body } = await send(`GET ${LISTING}`, headers);
    expect(status).toBe(503);
    expect(JSON.parse(body)).toHaveProperty("error_code");
  }
});

test.each([
  ["GET /v3/projects?name="],
  ["GET /v3/projects?name"],
  ["GET /v3/projects", "X-Security-Token:"],
  [`GET ${LISTING}`, "X-Security-Token:"],
  [`GET ${LISTING}`, "X-Project-Id:"],
])("an empty value in %j is rejected with 400", async (request, ...headers) => {
  const { status, body } = await send(request, ["Host: x", ...headers]);
  expect(status).toBe(400);
  expect(JSON.parse(body).error_code).toMatch(/^(IAM.0007|WKS.00211102)$/);
});

test("an empty nocatalog is rejected with 400", async () => {
  const headers = ["Host: x", "Content-Type: application/json", `Content-Length: ${SIGN_IN.length}`];
  const { status, body } = await send("POST /v3/auth/tokens?nocatalog=", headers, SIGN_IN);
  expect(status).toBe(400);
  expect(JSON.parse(body)).toMatchObject({ error_code: "IAM.0007" });
});

describe("bounds", () => {
  const json = ["Host: x", "Content-Type: application/json"];

  test("a body of more than 1 MiB is rejected with 413 before all of it has arrived", async () => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1").setEncoding("utf8");
    const headers = [...json, "Content-Length: 400000000"].join("\r\n");
    socket.write(`POST /v3/auth/tokens HTTP/1.1\r\n${headers}\r\n\r\n${"x".repeat(2 ** 20 + 1)}`);
    const [response] = await once(socket, "data");
    socket.destroy();
    expect(response).toMatch(/^HTTP\/1\.1 413 /);
    expect(response).toContain('"error_code":"APIGW.0201"');
    expect(server.mock.requests).toEqual([]);
  });

  test("a chunked body of more than 1 MiB is rejected with 413", async () => {
    const chunk = `100000\r\n${"x".repeat(2 ** 20)}\r\n`;
    const headers = [...json, "Transfer-Encoding: chunked"];
    expectGatewayError(await send("POST /v3/auth/tokens", headers, `${chunk}${chunk}0\r\n\r\n`), 413);
  });

  test("a client that sends all of a body that is too large gets the response", async () => {
    const body = "x".repeat(20_000_000);
    const response = await fetch(`${server.url}/v3/auth/tokens`, { method: "POST", body });
    expect(response.status).toBe(413);
  });

  test("a body of 1 MiB is read", async () => {
    const response = await fetch(`${server.url}/v3/auth/tokens`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: SIGN_IN.padEnd(2 ** 20),
    });
    expect(response.status).toBe(201);
  });

  test("a URL of more than 32 KiB is rejected with 414", async () => {
    expect((await send(`GET ${LISTING}?${"a".repeat(30_000)}`)).status).toBe(200);
    expectGatewayError(await send(`GET ${LISTING}?${"a".repeat(33_000)}`), 414);
  });

  test("headers of more than 64 KiB are rejected with 431", async () => {
    expect((await send(`GET ${LISTING}`, ["Host: x", `X-Other: ${"x".repeat(40_000)}`])).status).toBe(200);
    expectGatewayError(await send(`GET ${LISTING}`, ["Host: x", `X-Other: ${"x".repeat(70_000)}`]), 431);
  });

  test("ten thousand parameters are read", async () => {
    expect((await send(`GET ${LISTING}?${"&a".repeat(10_000)}`)).status).toBe(200);
  });
});
