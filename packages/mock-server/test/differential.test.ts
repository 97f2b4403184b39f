import { type IncomingMessage, request } from "node:http";
import { images as description, iam, sts } from "@workspace-images/spec";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type GeneratedRequest, generatedRequest, keyCalls, sendable } from "../fuzz/generated-request.ts";
import {
  clock,
  ID_TOKEN,
  MIDNIGHT,
  PROJECT,
  REGION,
  serviceOptions,
  TOKEN,
  USER,
} from "../fuzz/service-options.ts";
import { readOperations } from "../src/prism/description.ts";
import { createPrism, type Prism } from "../src/prism/prism.ts";
import { type Backend, startInProcess, startPrism } from "./backend.ts";

let mock: Backend;
let server: Backend;
beforeAll(async () => {
  clock.now = MIDNIGHT;
  [mock, server] = await Promise.all([startInProcess(serviceOptions), startPrism(serviceOptions)]);
});
beforeEach(() => {
  mock.mock.reset();
  server.mock.reset();
});
afterAll(() => server[Symbol.asyncDispose]());

/** The response of a backend, without what differs between requests. */
async function responseOf(backend: Backend, request: GeneratedRequest) {
  const { url, init } = sendable(request, backend.url);
  const response = await backend.fetch(url, init);
  const requestId = response.headers.get("X-Request-Id") ?? "";
  expect(requestId).toMatch(/^[\da-f]{32}$/);
  const text = (await response.text())
    .replaceAll(backend.url, "<origin>")
    .replaceAll(new URL(backend.url).host, "<host>")
    .replaceAll(requestId, "<request id>")
    .replaceAll(/HST[\dA-F]{17}/g, "<access key>")
    .replaceAll(/"(secret|secret_access_key|securitytoken|security_token)":"[^"]+"/g, '"$1":"<secret>"');
  return {
    status: response.status,
    type: response.headers.get("Content-Type"),
    hasToken: response.headers.has("X-Subject-Token"),
    body: request.method === "HEAD" ? "" : JSON.parse(text),
  };
}

const withoutRequestId = ({ request_id: _, ...body }: Record<string, unknown>) => body;

/** Bodies of the examples in the descriptions. */
const examples = [description, iam, sts].flatMap(({ components }) =>
  Object.values(components["examples"] ?? {}).map((example) =>
    withoutRequestId((example as { value: Record<string, unknown> }).value),
  ),
);

/** Names the reason why the description rejects a request that the mock accepts, if there is one. */
function strictnessFor({ method, target, headers, body }: GeneratedRequest): string | undefined {
  const { pathname } = new URL(`http://origin.invalid${target}`);
  const call = `${method} ${pathname}`;
  if (call === "POST /v3/auth/tokens") {
    if (!headers["Content-Type"]?.startsWith("application/json")) return "a sign-in of another content type";
    const { methods, totp } = JSON.parse(body ?? "").auth.identity;
    if (new Set(methods).size < methods.length) return "a repeated method of sign-in";
    if (methods.includes("token")) return "an unknown method of sign-in";
    if (totp !== undefined && !totp.user?.passcode) return "a passcode of another form";
    const { id, name } = JSON.parse(body ?? "").auth.scope.project;
    if (id === "" || name === "") return "an empty project";
  }
  if (method === "POST" && Object.values(keyCalls).includes(pathname)) {
    if (!headers["Content-Type"]?.startsWith("application/json")) return "a key of another content type";
    const json = JSON.parse(body ?? "");
    const { methods = [], token = json } = json.auth?.identity ?? {};
    if (methods.length > 1) return "a repeated method of a key";
    if (json.agency_session_name?.length < 2) return "a short session name";
    const { duration_seconds: seconds = 900 } = token;
    if (seconds < 900 || seconds > (token === json ? 43_200 : 86_400)) return "a lifetime out of bounds";
  }
  return undefined;
}

describe("mock.fetch and the Prism server", () => {
  test("respond alike to any request, except where the description is stricter", {
    timeout: 300_000,
  }, async () => {
    const seen = { same: 0, stricter: new Set<string>(), statuses: new Set<number>() };
    const property = fc.asyncProperty(generatedRequest, async (request) => {
      const [expected, actual] = await Promise.all([responseOf(mock, request), responseOf(server, request)]);
      seen.statuses.add(actual.status);
      if (expected.status >= 400 || !strictnessFor(request)) {
        expect(actual).toEqual(expected);
        seen.same += 1;
      } else {
        seen.stricter.add(strictnessFor(request) ?? "");
        expect(actual.status).toBe(400);
        expect(examples).toContainEqual(withoutRequestId(actual.body));
      }
    });
    await fc.assert(property, { numRuns: 1000 });
    expect(seen.same).toBeGreaterThan(700);
    expect([...seen.statuses].sort()).toEqual([200, 201, 400, 401, 403, 404, 405]);
  });
});

const valid = { "X-Auth-Token": TOKEN };
const LISTING = `/v2/${PROJECT}/images`;

describe("what the mock rejects, but Prism alone would not", () => {
  let prism: Prism;
  beforeAll(async () => {
    prism = createPrism(await readOperations(undefined));
  });

  test.each([
    ["an empty value, which Prism ignores", { limit: "" }],
    ["an empty value of an enumeration", { image_type: "" }],
    ["an empty value of a filter that must have one", { platform: "" }],
    ["a number in another notation", { limit: "1e1" }],
    ["a number with a space", { limit: " 5" }],
  ])("%s: the server rejects %o", async (_what, query) => {
    const headers = { "content-type": "application/json" };
    const accepted = { statusCode: 200, headers, body: { images: [], total_count: 0 } };
    const path = { path: LISTING, query };
    expect(
      await prism.validate({ method: "get", url: path, headers: { "x-auth-token": TOKEN } }, accepted),
    ).toBe(accepted);
    const response = await fetch(`${server.url}${LISTING}?${new URLSearchParams(query)}`, { headers: valid });
    expect(response.status).toBe(400);
    expect(await response.json()).toHaveProperty("error_code", "WKS.00211102");
  });
});

describe("what the description rejects, but the mock does not", () => {
  const signIn = (identity: object, type = "application/json") => {
    const { domain, ...user } = USER;
    const whole = {
      methods: ["password"],
      password: { user: { ...user, domain: { name: domain } } },
      ...identity,
    };
    const body = JSON.stringify({ auth: { identity: whole, scope: { project: { name: REGION } } } });
    return { method: "POST", target: "/v3/auth/tokens", headers: { "Content-Type": type }, body };
  };

  test.each<[string, Omit<GeneratedRequest, "signing" | "body"> & { body?: string }]>([
    ["a sign-in of another content type", signIn({}, "text/plain")],
    ["a repeated method of sign-in", signIn({ methods: ["password", "password"] })],
    ["an unknown method of sign-in", signIn({ methods: ["password", "token"] })],
    ["a passcode of another form", signIn({ totp: 7 })],
  ])("%s", async (what, partial) => {
    const request = { signing: undefined, body: undefined, ...partial };
    expect(strictnessFor(request)).toBe(what);
    expect((await responseOf(mock, request)).status).toBeLessThan(300);
    expect((await responseOf(server, request)).status).toBe(400);
  });

  const post = (path: string, body: object, type = "application/json"): GeneratedRequest => {
    const headers = { "Content-Type": type, "X-Idp-Id": ID_TOKEN.idpId };
    return { method: "POST", target: path, headers, signing: undefined, body: JSON.stringify(body) };
  };
  const token = { auth: { id_token: { id: ID_TOKEN.idToken } } };
  const key = (identity: object) => ({
    auth: { identity: { methods: ["token"], token: { id: TOKEN }, ...identity } },
  });
  const agency = {
    provider_urn: ID_TOKEN.providerUrn,
    agency_urn: ID_TOKEN.agencyUrn,
    agency_session_name: "session",
    id_token: ID_TOKEN.idToken,
  };

  test.each<[string, GeneratedRequest]>([
    ["a key of another content type", post(keyCalls.token, token, "text/plain")],
    ["a repeated method of a key", post(keyCalls.key, key({ methods: ["token", "token"] }))],
    ["a lifetime out of bounds", post(keyCalls.key, key({ token: { id: TOKEN, duration_seconds: 899 } }))],
    ["a lifetime out of bounds", post(keyCalls.agency, { ...agency, duration_seconds: 43_201 })],
    ["a short session name", post(keyCalls.agency, { ...agency, agency_session_name: "s" })],
  ])("%s: %o", async (what, request) => {
    expect(strictnessFor(request)).toBe(what);
    expect((await responseOf(mock, request)).status).toBeLessThan(300);
    expect((await responseOf(server, request)).status).toBe(400);
  });

  test("a path that cannot be decoded", async () => {
    const [any, anyOverHttp] = await Promise.all([startInProcess({}), startPrism({})]);
    const send = (backend: Backend) => backend.fetch(`${backend.url}/v2/%/images`, { headers: valid });
    expect((await send(any)).status).toBe(200);
    const response = await send(anyOverHttp);
    expect(response.status).toBe(400);
    expect(await response.json()).toHaveProperty("error_code", "APIGW.0201");
    await anyOverHttp[Symbol.asyncDispose]();
  });
});

test("rejects TRACE, which fetch cannot send, like any other method", async () => {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(`${server.url}${LISTING}`, { method: "TRACE" }, resolve).on("error", reject).end();
  });
  expect(response.statusCode).toBe(405);
  expect(JSON.parse(Buffer.concat(await response.toArray()).toString())).toEqual({
    error_code: "WKS.00000405",
    error_msg: "The request method is not allowed.",
  });
});
