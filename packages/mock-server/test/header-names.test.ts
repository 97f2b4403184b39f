import { type MockServer, startCredentialSources, startMockServer } from "@workspace-images/mock-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { sendRaw } from "./raw-request.ts";

let server: MockServer;
beforeAll(async () => {
  server = await startMockServer({ control: true });
});
beforeEach(() => server.mock.reset());
afterAll(() => server.close());

const SIGN_IN = JSON.stringify({
  auth: {
    identity: {
      methods: ["password"],
      password: { user: { name: "ann", password: "not-a-real-password", domain: { name: "acme" } } },
    },
    scope: { project: { name: "cn-north-4" } },
  },
});
const LISTING = "GET /v2/p/images";
const TOKEN = "X-Auth-Token: t";
const FROM_PAGE = "Origin: https://page.example";

function send(request: string, headers: readonly string[] = [TOKEN], body = "", url = server.url) {
  const length = body === "" ? [] : ["Content-Type: application/json", `Content-Length: ${body.length}`];
  const lines = [`${request} HTTP/1.1`, "Host: x", "Connection: close", ...length, ...headers];
  return sendRaw(url, `${lines.join("\r\n")}\r\n\r\n${body}`);
}

/** Words with a capital letter, or an abbreviation: `X-IAM-Trace-Id`. */
const DOCUMENTED = /^[A-Z][A-Za-z]*(-[A-Z][A-Za-z]*)*$/;

test.each<[string, number, string, string, string[]?, string?]>([
  ["a listing", 200, "X-Request-Id", LISTING],
  ["a new token", 201, "X-Subject-Token", "POST /v3/auth/tokens", [], SIGN_IN],
  ["a list of projects", 200, "X-IAM-Trace-Id", "GET /v3/projects"],
  ["missing credentials", 401, "X-Request-Id", LISTING, []],
  ["an invalid parameter", 400, "X-Request-Id", `${LISTING}?limit=x`],
  ["an unknown path", 404, "X-Request-Id", "GET /v2/p"],
  ["a wrong method", 405, "Allow", "POST /v2/p/images"],
  ["a method that no operation has", 405, "Allow", "TRACE /v2/p/images"],
  ["a request that cannot be parsed", 400, "X-Request-Id", "GET /a b"],
  ["a tunnel", 405, "Allow", "CONNECT x:1"],
  [
    "a preflight",
    204,
    "Access-Control-Allow-Headers",
    "OPTIONS /v2/p/images",
    [FROM_PAGE, "Access-Control-Request-Method: GET", "Access-Control-Request-Headers: x-auth-token"],
  ],
  ["an example", 200, "X-Request-Id", LISTING, [TOKEN, "Prefer: code=200"]],
  ["the example of an error", 503, "X-Request-Id", LISTING, [TOKEN, "Prefer: code=503"]],
  ["the example of a wrong method", 405, "Allow", LISTING, [TOKEN, "Prefer: code=405"]],
  [
    "the example of a new token",
    201,
    "X-Subject-Token",
    "POST /v3/auth/tokens",
    ["Prefer: code=201"],
    SIGN_IN,
  ],
  ["a generated response", 200, "X-Request-Id", LISTING, [TOKEN, "Prefer: dynamic=true, seed=1"]],
  ["an example that does not exist", 404, "X-Request-Id", LISTING, [TOKEN, "Prefer: code=200, example=none"]],
  ["the control", 200, "Content-Type", "GET /_mock/health", []],
  ["a change by the control", 204, "Date", "POST /_mock/reset", []],
  ["an error of the control", 405, "Allow", "PATCH /_mock/requests", []],
])(
  "the header names of %s (%i) are spelled as documented",
  async (_, status, name, request, headers, body) => {
    const response = await send(request, headers, body);
    expect(response.status).toBe(status);
    expect(response.headerNames).toContain(name);
    expect(response.headerNames.filter((other) => !DOCUMENTED.test(other))).toEqual([]);
  },
);

test.each([
  ["Retry-After", { status: 429, retryAfter: 1 }],
  ["Location", { redirect: "https://other.example/" }],
  ["X-Mock-Fault", { html: true }],
  ["Content-Length", { truncate: true }],
] as const)("a fault sends %s, spelled like that", async (name, fault) => {
  server.mock.inject(fault);
  const { headerNames } = await send(LISTING);
  expect(headerNames).toContain(name);
  expect(headerNames.filter((other) => !DOCUMENTED.test(other))).toEqual([]);
});

test("the header names of credential sources are spelled as documented", async () => {
  await using sources = await startCredentialSources(server.mock);
  for (const request of ["GET /openstack/latest/meta_data.json", "GET /unknown"]) {
    const { headerNames } = await send(request, [], "", sources.metadataUrl);
    expect(headerNames.filter((other) => !DOCUMENTED.test(other))).toEqual([]);
  }
});

test("Allow of an example names the method of its operation", async () => {
  const listing = await send(LISTING, [TOKEN, "Prefer: code=405"]);
  expect(listing.headers.get("allow")).toBe("GET");
});
