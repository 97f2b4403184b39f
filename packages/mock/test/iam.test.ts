import { expect, test } from "vitest";
import { createMock, type Mock, type MockOptions } from "../src/index.ts";

const hour = 60 * 60_000;
const ann = { name: "ann", password: "not-a-real-password", domain: "acme" };

interface Credentials {
  name: string;
  password: string;
  domain: string;
  totp?: { id: string; passcode: string };
}

function setUp(options: MockOptions = {}) {
  let time = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
  const mock = createMock({ users: [ann], now: () => time, ...options });
  return {
    mock,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    signIn: (credentials: Credentials = ann, scope: object = { project: { name: "cn-north-4" } }) =>
      post(mock, { auth: { identity: identify(credentials), scope } }),
  };
}

function identify({ name, password, domain, totp }: Credentials) {
  return {
    methods: totp ? ["password", "totp"] : ["password"],
    password: { user: { name, password, domain: { name: domain } } },
    ...(totp && { totp: { user: totp } }),
  };
}

async function post(mock: Mock, body: unknown) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await mock.fetch(`${mock.url}/v3/auth/tokens?nocatalog=true`, {
    method: "POST",
    body: text,
  });
  const token = response.headers.get("x-subject-token") ?? "";
  return { status: response.status, token, body: await response.json() };
}

async function lookUp(mock: Mock, query: string, headers: HeadersInit = { "X-Auth-Token": "t" }) {
  const response = await mock.fetch(`${mock.url}/v3/projects${query}`, { headers });
  return { status: response.status, body: await response.json() };
}

test("issues a token for a project in the shape of IAM", async () => {
  const { mock, signIn } = setUp({ projectId: "p", region: "cn-north-4" });
  const { status, token, body } = await signIn();
  expect(status).toBe(201);
  expect(token).toMatch(/^MII/);
  expect(body).toEqual({
    token: {
      catalog: [],
      issued_at: "2026-01-02T03:04:05.678000Z",
      expires_at: "2026-01-03T03:04:05.678000Z",
      methods: ["password"],
      project: { id: "p", name: "cn-north-4" },
      roles: [],
      user: { id: "ann", name: "ann" },
    },
  });
  const headers = { "X-Auth-Token": token };
  expect((await mock.fetch(`${mock.url}/v2/p/images`, { headers })).status).toBe(200);
  expect((await lookUp(mock, "?name=cn-north-4", headers)).status).toBe(200);
});

test("expires a token after 24 hours of the mock's clock", async () => {
  const { mock, signIn, pass } = setUp();
  const { token } = await signIn();
  const send = () => mock.fetch(`${mock.url}/v2/p/images`, { headers: { "X-Auth-Token": token } });
  pass(24 * hour - 1);
  expect((await send()).status).toBe(200);
  pass(1);
  const response = await send();
  expect(response.status).toBe(401);
  const error = { error_code: "APIGW.0307", error_msg: "The token must be updated." };
  expect(await response.json()).toMatchObject(error);
});

test("keeps earlier tokens valid when a new one is issued", async () => {
  const { mock, signIn } = setUp();
  const [first, second] = [await signIn(), await signIn()];
  expect(first.token).not.toBe(second.token);
  for (const { token } of [first, second]) {
    const headers = { "X-Auth-Token": token };
    expect((await mock.fetch(`${mock.url}/v2/p/images`, { headers })).status).toBe(200);
  }
});

test("reset revokes issued tokens", async () => {
  const { mock, signIn } = setUp();
  const { token } = await signIn();
  mock.reset();
  expect((await lookUp(mock, "", { "X-Auth-Token": token })).status).toBe(401);
});

test("without users, issues a token to everyone for any project", async () => {
  const mock = createMock();
  const { status, body } = await post(mock, {
    auth: { identity: identify(ann), scope: { project: { id: "q" } } },
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({ token: { project: { id: "q", name: "cn-north-4" } } });
});

test.each([
  ["password", { ...ann, password: "wrong" }],
  ["name", { ...ann, name: "bob" }],
  ["account", { ...ann, domain: "other" }],
])("rejects a wrong %s", async (_, credentials) => {
  expect(await setUp().signIn(credentials)).toEqual({
    status: 401,
    token: "",
    body: { error: { code: 401, message: "The username or password is wrong.", title: "Unauthorized" } },
  });
});

test("locks a user for 15 minutes after the fifth consecutive wrong password", async () => {
  const { signIn, pass } = setUp({ users: [ann, { ...ann, name: "bob" }] });
  const wrong = { ...ann, password: "wrong" };
  for (let count = 0; count < 4; count += 1) await signIn(wrong);
  expect((await signIn()).status).toBe(201);
  for (let count = 0; count < 5; count += 1) await signIn(wrong);
  expect((await signIn()).body).toMatchObject({ error: { code: 401, message: "The account is locked." } });
  expect((await signIn({ ...ann, name: "bob" })).status).toBe(201);
  pass(15 * 60_000);
  expect((await signIn()).status).toBe(201);
});

test("requires the passcode and the user ID from a user with MFA", async () => {
  const { signIn } = setUp({ users: [{ ...ann, id: "7116", mfa: "012345" }] });
  const totp = { id: "7116", passcode: "012345" };
  const accepted = await signIn({ ...ann, totp });
  expect(accepted.status).toBe(201);
  expect(accepted.body).toMatchObject({ token: { methods: ["password", "totp"], user: { id: "7116" } } });
  expect((await signIn()).status).toBe(401);
  expect((await signIn({ ...ann, totp: { ...totp, passcode: "543210" } })).status).toBe(401);
  expect((await signIn({ ...ann, totp: { ...totp, id: "ann" } })).status).toBe(401);
});

test("rejects a token request for an unknown project", async () => {
  const { signIn } = setUp({ projectId: "p", region: "cn-north-4" });
  expect((await signIn(ann, { project: { id: "p" } })).status).toBe(201);
  for (const project of [{ id: "q" }, { name: "cn-east-3" }, { id: "p", name: "cn-east-3" }]) {
    const error = { code: 401, message: "The project does not exist." };
    expect(await signIn(ann, { project })).toMatchObject({ status: 401, body: { error } });
  }
});

const identity = identify(ann);
const scope = { project: { name: "cn-north-4" } };
test.each([
  ["invalid JSON", "{"],
  ["null instead of an object", "null"],
  ["no auth", {}],
  ["no scope", { auth: { identity } }],
  ["the scope of an account", { auth: { identity, scope: { domain: { name: "acme" } } } }],
  ["an empty project", { auth: { identity, scope: { project: {} } } }],
  ["no methods", { auth: { identity: { ...identity, methods: undefined }, scope } }],
  ["methods that are not an array", { auth: { identity: { ...identity, methods: "password" }, scope } }],
  ["another method", { auth: { identity: { ...identity, methods: ["token"] }, scope } }],
  [
    "no passcode although methods has one",
    { auth: { identity: { ...identity, methods: ["password", "totp"] }, scope } },
  ],
  ["no password", { auth: { identity: identify({ ...ann, password: "" }), scope } }],
  ["a name that is not a string", { auth: { identity: identify({ ...ann, name: 7 as never }), scope } }],
])("rejects a body with %s as invalid", async (_, body) => {
  expect(await post(setUp().mock, body)).toMatchObject({
    status: 400,
    body: { error: { code: 400, message: "The request body is invalid", title: "Bad Request" } },
  });
});

test("finds a project by its name", async () => {
  const mock = createMock({ projectId: "p", region: "cn-north-4" });
  const { status, body } = await lookUp(mock, "?name=cn-north-4");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    links: { self: `${mock.url}/v3/projects?name=cn-north-4`, next: null, previous: null },
    projects: [
      {
        id: "p",
        name: "cn-north-4",
        enabled: true,
        is_domain: false,
        description: "",
        links: { self: `${mock.url}/v3/projects/p`, next: null, previous: null },
      },
    ],
  });
  expect((await lookUp(mock, "")).body).toMatchObject({ projects: [{ id: "p" }] });
  expect((await lookUp(mock, "?name=cn-east-3")).body).toMatchObject({ projects: [] });
  expect((await lookUp(mock, "?page=%")).body).toMatchObject({
    links: { self: `${mock.url}/v3/projects?page=%25` },
  });
});

test("without a region, finds the project by any name", async () => {
  const { body } = await lookUp(createMock(), "?name=eu-west-101");
  expect(body).toMatchObject({
    projects: [{ id: "0123456789abcdef0123456789abcdef", name: "eu-west-101" }],
  });
});

test.each([
  ["an empty name", "?name=", {}, "name"],
  ["a name without a value", "?name", {}, "name"],
  ["a long name", `?name=${"x".repeat(65)}`, {}, "name"],
  ["a repeated name", "?name=a&name=a", {}, "name"],
  ["an empty security token", "", { "X-Security-Token": "" }, "x-security-token"],
])("rejects a project lookup with %s", async (_, query, headers, name) => {
  expect(await lookUp(createMock(), query, { "X-Auth-Token": "t", ...headers })).toEqual({
    status: 400,
    body: { error_code: "IAM.0007", error_msg: `Request parameter ${name} is invalid.` },
  });
});

test("rejects a token request with an empty nocatalog", async () => {
  const auth = { identity: identify(ann), scope: { project: { name: "cn-north-4" } } };
  const { mock } = setUp();
  const body = JSON.stringify({ auth });
  const response = await mock.fetch(`${mock.url}/v3/auth/tokens?nocatalog=`, { method: "POST", body });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error_code: "IAM.0007" });
});

test("keeps an issued token expired long after its expiry, although any token is valid", async () => {
  const { mock, signIn, pass } = setUp({ users: undefined as never });
  const { token } = await signIn();
  pass(24 * hour);
  await signIn();
  expect((await lookUp(mock, "", { "X-Auth-Token": token })).status).toBe(401);
});

test("requires credentials for a project lookup", async () => {
  const { status, body } = await lookUp(createMock(), "?name=cn-north-4", {});
  expect(status).toBe(401);
  expect(body).toMatchObject({ error_code: "APIGW.0301" });
});
