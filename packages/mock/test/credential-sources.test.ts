import { expect, test } from "vitest";
import {
  type CredentialSourceOptions,
  type CredentialSources,
  createCredentialSources,
} from "../src/credentials.ts";
import { createMock, type MockOptions } from "../src/index.ts";
import { signedRequest } from "./signed-request.ts";

const noon = Date.UTC(2026, 0, 2, 12);
const hour = 3_600_000;
const SECURITY_KEY = "/openstack/latest/securitykey";
const META_DATA = "/openstack/latest/meta_data.json";

interface Credential {
  access: string;
  secret: string;
  securitytoken: string;
  expires_at: string;
}

function setUp(options: CredentialSourceOptions = {}, mockOptions: MockOptions = {}) {
  let time = noon;
  const mock = createMock({ now: () => time, ...mockOptions });
  const sources = createCredentialSources(mock, options);
  return {
    mock,
    sources,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    async list({ access, secret, securitytoken }: Credential) {
      const date = new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");
      const headers = { "x-security-token": securitytoken };
      const signing = { accessKey: access, secretKey: secret, date, headers };
      return (await mock.fetch(signedRequest(`${mock.url}/v2/p/images`, signing))).status;
    },
    token: (seconds = "21600", headers: Record<string, string> = {}) =>
      send(sources, "/meta-data/latest/api/token", {
        method: "PUT",
        headers: { "X-Metadata-Token-Ttl-Seconds": seconds, ...headers },
      }),
    pod: (token?: string) => {
      const headers = token === undefined ? {} : { Authorization: token };
      const { podIdentityUri } = sources;
      return read(sources.fetch(podIdentityUri, { method: "POST", headers, body: "{}" }));
    },
  };
}

async function read(sent: Promise<Response>) {
  const response = await sent;
  const text = await response.text();
  const isJson = response.headers.get("content-type") === "application/json";
  return { status: response.status, text, credential: (isJson ? JSON.parse(text) : {}).credential };
}

function send(sources: CredentialSources, path: string, init?: RequestInit) {
  return read(sources.fetch(sources.metadataUrl + path, init));
}

test("the metadata issues a key for a metadata token, which lists images until it expires", async () => {
  const { sources, token, list, pass } = setUp();
  const headers = { "X-Metadata-Token": (await token()).text };
  const { status, credential } = await send(sources, SECURITY_KEY, { headers });
  expect(status).toBe(200);
  expect(credential).toEqual({
    access: expect.stringMatching(/^HST[\dA-F]{17}$/),
    secret: expect.any(String),
    securitytoken: expect.any(String),
    expires_at: "2026-01-03T12:00:00.000000Z",
  });
  expect(await list(credential)).toBe(200);
  pass(24 * hour);
  expect(await list(credential)).toBe(401);
});

test("a metadata token is valid for as long as its request asks", async () => {
  const { sources, token, pass } = setUp();
  const headers = { "X-Metadata-Token": (await token("60")).text };
  pass(59_999);
  expect((await send(sources, SECURITY_KEY, { headers })).status).toBe(200);
  pass(1);
  const expired = await send(sources, SECURITY_KEY, { headers });
  expect(expired).toMatchObject({ status: 401, text: "401 Unauthorized" });
});

test.each(["0", "21601", "", "-1", "1.5", "ten"])(
  "a metadata token for %j seconds is a 400",
  async (seconds) => {
    expect((await setUp().token(seconds)).status).toBe(400);
  },
);

test.each([SECURITY_KEY, META_DATA])("%s needs a metadata token", async (path) => {
  const { sources } = setUp();
  for (const headers of [{}, { "X-Metadata-Token": "another" }])
    expect((await send(sources, path, { headers })).status).toBe(401);
});

test("version 1 has no metadata tokens, and needs none", async () => {
  const { sources, token } = setUp({ metadataVersion: 1 });
  expect((await token()).status).toBe(404);
  expect((await send(sources, SECURITY_KEY)).credential).toBeDefined();
  expect((await send(sources, META_DATA)).status).toBe(200);
});

test("the metadata has the region and the project of the server", async () => {
  const { sources } = setUp({ metadataVersion: 1, region: "cn-east-3", projectId: "p" });
  expect(JSON.parse((await send(sources, META_DATA)).text)).toMatchObject({
    region_id: "cn-east-3",
    project_id: "p",
    availability_zone: "cn-east-3a",
  });
  expect(JSON.parse((await send(setUp({ metadataVersion: 1 }).sources, META_DATA)).text)).toEqual({
    region_id: "cn-north-4",
    project_id: "0123456789abcdef0123456789abcdef",
    availability_zone: "cn-north-4a",
  });
});

test("without an agency, the metadata has no key, but the rest", async () => {
  const { sources } = setUp({ metadataVersion: 1, agency: false });
  const { status, text } = await send(sources, SECURITY_KEY);
  expect(status).toBe(401);
  expect(text).toContain("Please configure Cloud Service Agency first");
  expect((await send(sources, META_DATA)).status).toBe(200);
});

test("the metadata rejects a forwarded request", async () => {
  const { sources, token } = setUp();
  const forwarded = { "X-Forwarded-For": "192.0.2.1" };
  expect((await token("60", forwarded)).status).toBe(403);
  const headers = { "X-Metadata-Token": (await token()).text, ...forwarded };
  expect((await send(sources, SECURITY_KEY, { headers })).status).toBe(403);
});

test("the pod identity issues a key for the content of the token file", async () => {
  const { pod, list, pass } = setUp({ podToken: "not-a-real-token" });
  const { status, credential } = await pod("not-a-real-token");
  expect(status).toBe(200);
  expect(await list(credential)).toBe(200);
  pass(hour);
  expect(await list(credential)).toBe(401);
  expect((await pod("another")).status).toBe(401);
  expect((await setUp().pod("anything")).status).toBe(200);
  expect((await setUp().pod()).status).toBe(401);
});

test("temporaryKeySeconds of the mock is the lifetime of all keys", async () => {
  const { sources, pod } = setUp({ metadataVersion: 1 }, { temporaryKeySeconds: 5 });
  const expires_at = "2026-01-02T12:00:05.000000Z";
  expect((await send(sources, SECURITY_KEY)).credential).toMatchObject({ expires_at });
  expect((await pod("t")).credential).toMatchObject({ expires_at });
});

test("faults affect the path that they match, and only the sources", async () => {
  const { mock, sources, pod } = setUp({ metadataVersion: 1 });
  sources.inject({ status: 503, match: { path: SECURITY_KEY } });
  sources.inject({ body: '{"credential":', match: { path: SECURITY_KEY } });
  sources.inject({ reset: true, match: { path: SECURITY_KEY } });
  expect((await pod("t")).status).toBe(200);
  expect((await mock.fetch(`${mock.url}/v2/p/images`, { headers: { "X-Auth-Token": "t" } })).status).toBe(
    200,
  );
  expect(await send(sources, SECURITY_KEY)).toMatchObject({ status: 503, text: "503" });
  await expect(send(sources, SECURITY_KEY)).rejects.toThrow(SyntaxError);
  await expect(send(sources, SECURITY_KEY)).rejects.toThrow("fetch failed");
  expect((await send(sources, SECURITY_KEY)).status).toBe(200);
});

test("records the requests with their tokens masked", async () => {
  const { mock, sources, token, pod } = setUp();
  const headers = { "X-Metadata-Token": (await token()).text };
  await send(sources, SECURITY_KEY, { headers });
  await pod("canary");
  expect(sources.requests).toMatchObject([
    { method: "PUT", headers: { "x-metadata-token-ttl-seconds": "21600" } },
    { method: "GET", path: SECURITY_KEY, headers: { "x-metadata-token": "***" } },
    { method: "POST", headers: { authorization: "***" }, body: {} },
  ]);
  expect(mock.requests).toEqual([]);
});

test("reset forgets metadata tokens, faults and requests", async () => {
  const { sources, token } = setUp();
  const headers = { "X-Metadata-Token": (await token()).text };
  sources.inject({ status: 500 });
  sources.reset();
  expect(sources.requests).toEqual([]);
  expect((await send(sources, SECURITY_KEY, { headers })).status).toBe(401);
});

test.each([
  ["GET", "/"],
  ["GET", "/meta-data/latest/api/token"],
  ["POST", SECURITY_KEY],
  ["GET", "/v2/p/images"],
])("%s %s is a 404", async (method, path) => {
  expect((await send(setUp().sources, path, { method })).status).toBe(404);
});

test("rejects an unknown or invalid option", () => {
  expect(() => setUp({ agencies: true } as never)).toThrow('Unknown option "agencies". Use one of: agency,');
  expect(() => setUp({ agency: "no" } as never)).toThrow(
    'The option "agency" must be of type boolean (true or false), not string.',
  );
});
