import { expect, test } from "vitest";
import { createMock, type Mock, type MockOptions } from "../src/index.ts";
import { signedRequest } from "./signed-request.ts";

const noon = Date.UTC(2026, 0, 2, 12);
const providerUrn = "iam::a:oidcProvider:ci";
const agencyUrn = "iam::a:agency:images";
const known = { idToken: "not-a-real-id-token", idpId: "ci", providerUrn, agencyUrn };

/** A temporary key in the shape of IAM or of STS. */
interface Key {
  access: string;
  secret: string;
  token: string;
  expires: string;
}

function setUp(options: MockOptions = {}) {
  let time = noon;
  const mock = createMock({ now: () => time, token: "only-this-one", ...options });
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const init = { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body), headers };
    const response = await mock.fetch(mock.url + path, init);
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return {
    mock,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    createToken: (idToken = "not-a-real-id-token", idpId = "ci") =>
      post("/v3.0/OS-AUTH/id-token/tokens", { auth: { id_token: { id: idToken } } }, { "X-Idp-Id": idpId }),
    createKey: (id: string, duration_seconds?: number) => {
      const identity = { methods: ["token"], token: { id, duration_seconds } };
      return post("/v3.0/OS-CREDENTIAL/securitytokens", { auth: { identity } });
    },
    assume: (change: object = {}) =>
      post("/v5/agencies/assume-with-oidc", {
        provider_urn: providerUrn,
        agency_urn: agencyUrn,
        agency_session_name: "session",
        id_token: "not-a-real-id-token",
        ...change,
      }),
    list: (key: Key) => list(mock, key, time),
    post,
  };
}

async function list(mock: Mock, { access, secret, token }: Key, time: number) {
  const date = new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");
  const headers = { "x-security-token": token };
  const signing = { accessKey: access, secretKey: secret, date, headers };
  const response = await mock.fetch(signedRequest(`${mock.url}/v2/p/images?limit=1`, signing));
  return { status: response.status, body: await response.json() };
}

const ofIam = ({ credential }: { credential: Record<string, string> }): Key => ({
  access: credential["access"] ?? "",
  secret: credential["secret"] ?? "",
  token: credential["securitytoken"] ?? "",
  expires: credential["expires_at"] ?? "",
});
const ofSts = ({ credentials }: { credentials: Record<string, string> }): Key => ({
  access: credentials["access_key_id"] ?? "",
  secret: credentials["secret_access_key"] ?? "",
  token: credentials["security_token"] ?? "",
  expires: credentials["expiration"] ?? "",
});

async function keyFromIam(seconds?: number, options?: MockOptions) {
  const service = setUp(options);
  const { headers } = await service.createToken();
  const { status, body } = await service.createKey(headers.get("x-subject-token") ?? "", seconds);
  return { ...service, status, key: ofIam(body) };
}

async function keyFromSts(seconds?: number, options?: MockOptions) {
  const service = setUp(options);
  const { status, body } = await service.assume({ duration_seconds: seconds });
  return { ...service, status, key: ofSts(body) };
}

test("IAM issues an unscoped token for an ID token", async () => {
  const { status, headers, body } = await setUp({ idTokens: [known] }).createToken();
  expect(status).toBe(201);
  expect(headers.get("x-subject-token")).toMatch(/^MII/);
  expect(headers.has("x-iam-trace-id")).toBe(true);
  expect(body).toEqual({
    token: {
      issued_at: "2026-01-02T12:00:00.000000Z",
      expires_at: "2026-01-03T12:00:00.000000Z",
      methods: ["mapped"],
      user: { id: "FederationUser", name: "FederationUser" },
    },
  });
});

test("an unscoped token lists nothing, even if any token is valid", async () => {
  for (const options of [{}, { token: undefined as never }]) {
    const { mock, createToken } = setUp(options);
    const token = (await createToken()).headers.get("x-subject-token") ?? "";
    const response = await mock.fetch(`${mock.url}/v2/p/images`, { headers: { "X-Auth-Token": token } });
    expect(response.status).toBe(401);
    expect(((await response.json()) as { error_msg: string }).error_msg).toContain("the token has no scope");
  }
});

test.each([
  ["IAM", keyFromIam, 201, 900, "2026-01-02T12:15:00.000000Z"],
  ["STS", keyFromSts, 200, 3600, "2026-01-02T13:00:00.000Z"],
] as const)("the key of %s lists images until it expires", async (_, issue, created, seconds, expires) => {
  const { status, key, list, pass } = await issue();
  expect(status).toBe(created);
  expect(key.expires).toBe(expires);
  pass(seconds * 1000 - 1);
  expect((await list(key)).status).toBe(200);
  pass(1);
  const rejected = await list(key);
  expect(rejected.status).toBe(401);
  expect(rejected.body).toMatchObject({ error_code: "APIGW.0301" });
  expect(rejected.body.error_msg).toContain("ak not exist. The temporary key has expired.");
});

test.each([
  ["IAM", keyFromIam],
  ["STS", keyFromSts],
] as const)("%s issues a key for as long as the request asks, or as the mock is set up", async (_, issue) => {
  expect(Date.parse((await issue(7200)).key.expires)).toBe(noon + 7_200_000);
  expect(Date.parse((await issue(7200, { temporaryKeySeconds: 1 })).key.expires)).toBe(noon + 1000);
});

test.each([
  ["IAM", keyFromIam],
  ["STS", keyFromSts],
] as const)("a key of %s needs its own secret and security token", async (_, issue) => {
  const { key, list } = await issue();
  expect((await list({ ...key, secret: "wrong" })).body.error_msg).toContain("verify aksk signature fail");
  expect((await list({ ...key, token: "wrong" })).body.error_msg).toContain("ak not exist");
  expect((await list(key)).status).toBe(200);
});

test("each request gets another key, and earlier ones stay valid", async () => {
  const { assume, list } = setUp();
  const [first, second] = [ofSts((await assume()).body), ofSts((await assume()).body)];
  expect(first.access).not.toBe(second.access);
  for (const key of [first, second]) expect((await list(key)).status).toBe(200);
});

test("reset revokes issued keys", async () => {
  const { mock, key, list } = await keyFromSts();
  mock.reset();
  expect((await list(key)).status).toBe(401);
});

test("IAM creates a key from any valid token, and from no other", async () => {
  const { createKey, createToken, pass } = setUp();
  expect((await createKey("only-this-one")).status).toBe(201);
  const rejected = { status: 401, body: { error_code: "IAM.0001" } };
  expect(await createKey("another")).toMatchObject(rejected);
  const unscoped = (await createToken()).headers.get("x-subject-token") ?? "";
  pass(24 * 60 * 60_000);
  expect(await createKey(unscoped)).toMatchObject(rejected);
});

test("STS names the session that it has started", async () => {
  const { body } = await setUp().assume();
  expect(body).toMatchObject({
    provider: providerUrn,
    assumed_agency: {
      urn: "sts::a::assumed-agency:images/session",
      id: "iam::a:agency:images:session",
    },
  });
  const urnOf = async (agency_urn: string) => (await setUp().assume({ agency_urn })).body.assumed_agency.urn;
  expect(await urnOf("iam::account:agency:images")).toBe("sts::account::assumed-agency:images/session");
  expect(await urnOf("x-iam::a:agency:images")).toBe("x-iam::a:agency:images/session");
});

test("with idTokens, IAM rejects other ID tokens and identity providers", async () => {
  const { createToken } = setUp({ idTokens: [known, { idToken: "for-any-provider" }] });
  expect((await createToken("for-any-provider", "other")).status).toBe(201);
  expect(await createToken("unknown")).toMatchObject({
    status: 401,
    body: { error_code: "IAM.0001", error_msg: "The request you have made requires authentication." },
  });
  expect(await createToken(known.idToken, "other")).toMatchObject({
    status: 404,
    body: { error_code: "IAM.0004", error_msg: "Could not find identity_provider: other." },
  });
  expect((await setUp({ idTokens: [] }).createToken()).status).toBe(401);
});

test("with idTokens, STS rejects other ID tokens, providers and agencies", async () => {
  const { assume } = setUp({ idTokens: [known] });
  expect((await assume()).status).toBe(200);
  for (const change of [{ id_token: "unknown" }, { provider_urn: "iam::a:oidcProvider:other" }]) {
    expect(await assume(change)).toMatchObject({ status: 403, body: { error_code: "PAP5.0001" } });
  }
  const other = "iam::a:agency:other";
  expect(await assume({ agency_urn: other })).toMatchObject({
    status: 404,
    body: { error_code: "STS5.1106", error_msg: `the agency '${other}' cannot be found` },
  });
});

test.each([
  ["no JSON", "{"],
  ["null", "null"],
  ["no ID token", { auth: {} }],
  ["an empty ID token", { auth: { id_token: { id: "" } } }],
  ["an ID token that is not a string", { auth: { id_token: { id: 7 } } }],
])("IAM rejects a request for a token with %s", async (_, body) => {
  const { post } = setUp();
  const response = await post("/v3.0/OS-AUTH/id-token/tokens", body, { "X-Idp-Id": "ci" });
  expect(response).toMatchObject({ status: 400, body: { error_code: "IAM.0011" } });
});

test("IAM rejects a request for a token without an identity provider", async () => {
  const { post } = setUp();
  const response = await post("/v3.0/OS-AUTH/id-token/tokens", { auth: { id_token: { id: "t" } } });
  expect(response).toMatchObject({ status: 400, body: { error_code: "IAM.0011" } });
});

test.each([
  ["no JSON", "{"],
  ["no identity", { auth: {} }],
  ["another method", { auth: { identity: { methods: ["password"], token: { id: "t" } } } }],
  ["no token", { auth: { identity: { methods: ["token"] } } }],
  [
    "an impossible duration",
    { auth: { identity: { methods: ["token"], token: { id: "t", duration_seconds: 0 } } } },
  ],
])("IAM rejects a request for a key with %s", async (_, body) => {
  const response = await setUp().post("/v3.0/OS-CREDENTIAL/securitytokens", body);
  expect(response).toMatchObject({ status: 400, body: { error_code: "IAM.0011" } });
});

test.each([
  ["no provider", { provider_urn: undefined }],
  ["no agency", { agency_urn: "" }],
  ["no session name", { agency_session_name: undefined }],
  ["no ID token", { id_token: undefined }],
  ["a duration that is not an integer", { duration_seconds: "3600" }],
])("STS rejects a request with %s", async (_, change) => {
  expect(await setUp().assume(change)).toMatchObject({ status: 400, body: { error_code: "APIGW.0201" } });
});

test("records the requests without their tokens", async () => {
  const { mock, createToken, createKey, assume } = setUp();
  await createToken("canary");
  await createKey("canary");
  await assume({ id_token: "canary" });
  expect(mock.requests.map(({ body }) => body)).toMatchObject([
    { auth: { id_token: "***" } },
    { auth: { identity: { token: "***" } } },
    { id_token: "***", agency_urn: agencyUrn },
  ]);
  expect(JSON.stringify(mock.requests)).not.toContain("canary");
});

test("issueTemporaryKey issues a key that lists images until it expires", async () => {
  const { mock, list, pass } = setUp();
  const { accessKey, secretKey, securityToken, expiresAt } = mock.issueTemporaryKey(60);
  expect(expiresAt.getTime()).toBe(noon + 60_000);
  const key = { access: accessKey, secret: secretKey, token: securityToken, expires: "" };
  expect((await list(key)).status).toBe(200);
  pass(60_000);
  expect((await list(key)).status).toBe(401);
  expect(mock.issueTemporaryKey().expiresAt.getTime()).toBe(noon + 60_000 + 3_600_000);
  expect(setUp({ temporaryKeySeconds: 5 }).mock.issueTemporaryKey(60).expiresAt.getTime()).toBe(noon + 5000);
});

test.each([0, -1, Number.NaN, 31_536_001])("rejects a lifetime of %d seconds", (seconds) => {
  const message = `A key must live for more than 0 and at most 31536000 seconds, not ${seconds}.`;
  expect(() => createMock({ temporaryKeySeconds: seconds })).toThrow(message);
  expect(() => createMock().issueTemporaryKey(seconds)).toThrow(message);
});
