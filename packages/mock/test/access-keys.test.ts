import { expect, test } from "vitest";
import { createMock, type MockOptions } from "../src/index.ts";
import type { Body } from "./listing.ts";
import { type Signing, signedRequest } from "./signed-request.ts";

const noon = Date.UTC(2026, 0, 2, 3, 4, 5);
const minute = 60_000;

function setUp(options: MockOptions = {}) {
  let time = noon;
  const mock = createMock({ accessKeys: { AK: "not-a-real-secret" }, now: () => time, ...options });
  const ask = async (signing?: Signing, path = "/v2/p/images?limit=2&os_type=Linux") => {
    const response = await mock.fetch(signedRequest(mock.url + path, signing));
    return { status: response.status, body: (await response.json()) as Body };
  };
  return {
    ask,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

const wrong = { secretKey: "wrong" };

test("a request that is signed well is answered", async () => {
  const { ask } = setUp();
  expect(await ask()).toMatchObject({ status: 200, body: { images: [{}, {}] } });
  expect((await ask({ headers: { "x-project-id": "p", "content-type": "application/json" } })).status).toBe(
    200,
  );
  expect((await ask({}, "/v3/projects")).status).toBe(200);
});

test("a project look-up may be signed with the body that the official SDK of Node.js sends", async () => {
  const { ask } = setUp();
  expect((await ask({ body: "{}" }, "/v3/projects?name=cn-north-4")).status).toBe(200);
  expect((await ask({ body: "[]" }, "/v3/projects?name=cn-north-4")).status).toBe(401);
});

test("a wrong signature is answered with the canonical request of the gateway, without credentials", async () => {
  const { ask } = setUp();
  const headers = { "x-security-token": "canary", "x-project-id": "p" };
  const { status, body } = await ask({ ...wrong, headers });
  expect(status).toBe(401);
  expect(body.error_code).toBe("APIGW.0301");
  expect(body.error_msg).toBe(
    "Incorrect IAM authentication information: verify aksk signature fail, " +
      "canonicalRequest:GET|/v2/p/images/|limit=2&os_type=Linux|host:workspace.mock.test|x-project-id:p|" +
      "x-sdk-date:20260102T030405Z|x-security-token:***||host;x-project-id;x-sdk-date;x-security-token|" +
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
});

test("a signature is good for what it signs only", async () => {
  const mock = createMock({ accessKeys: { AK: "not-a-real-secret" }, now: () => noon });
  const { headers } = signedRequest(`${mock.url}/v2/p/images?limit=2`);
  expect((await mock.fetch(`${mock.url}/v2/p/images?limit=2`, { headers })).status).toBe(200);
  expect((await mock.fetch(`${mock.url}/v2/p/images?limit=3`, { headers })).status).toBe(401);
  expect((await mock.fetch(`${mock.url}/v2/q/images?limit=2`, { headers })).status).toBe(401);
  expect((await mock.fetch("https://other.test/v2/p/images?limit=2", { headers })).status).toBe(401);
});

test("the time has to be signed", async () => {
  expect((await setUp().ask({ signed: ["host"] })).body.error_msg).toContain("signature fail");
});

test.each([
  ["none", undefined],
  ["another access key", "other"],
  ["a property that every object has", "constructor"],
  ["one without a secret", "empty"],
])("an unknown access key is refused: %s", async (_, accessKey = "AK") => {
  const { ask } = setUp({ accessKeys: accessKey === "AK" ? {} : { AK: "not-a-real-secret", empty: "" } });
  const { status, body } = await ask({ accessKey });
  expect(status).toBe(401);
  expect(body.error_msg).toContain("Get secretKey failed,ak:***,err:ak not exist");
});

test("another form of authorization is refused", async () => {
  const mock = createMock({ accessKeys: { AK: "not-a-real-secret" } });
  const headers = { Authorization: "Bearer t" };
  const response = await mock.fetch(`${mock.url}/v2/p/images`, { headers });
  expect(response.status).toBe(401);
  expect(((await response.json()) as Body).error_msg).toContain("authorization is malformed");
});

test.each(["host;x-sdk-date;", "host;x-sdk-date;x(y)"])(
  "a signature of %s, where not every name is one of a header, is refused",
  async (names) => {
    const mock = createMock({ accessKeys: { AK: "not-a-real-secret" }, now: () => noon });
    const Authorization = `SDK-HMAC-SHA256 Access=AK, SignedHeaders=${names}, Signature=${"0".repeat(64)}`;
    const headers = { Authorization, "X-Sdk-Date": "20260102T030405Z" };
    const response = await mock.fetch(`${mock.url}/v2/p/images`, { headers });
    expect(response.status).toBe(401);
    expect(((await response.json()) as Body).error_msg).toContain("verify aksk signature fail");
  },
);

test("a clock may differ by 15 minutes and not more", async () => {
  for (const direction of [1, -1]) {
    const { ask, pass } = setUp();
    pass(direction * 15 * minute);
    expect((await ask()).status).toBe(200);
    pass(direction * 1000);
    expect(await ask()).toMatchObject({ status: 401, body: { error_code: "APIGW.0301" } });
  }
  expect((await setUp().ask({ date: "2026-01-02T03:04:05Z" })).status).toBe(401);
});

test("the sixth failure in a row locks the key for five minutes", async () => {
  const { ask, pass } = setUp();
  for (let count = 0; count < 5; count += 1) await ask(wrong);
  expect((await ask()).status).toBe(200);
  for (let count = 0; count < 6; count += 1) {
    expect((await ask(wrong)).body.error_msg).toContain("verify aksk signature fail");
  }
  expect((await ask()).body.error_msg).toContain("AK access failed to reach the limit,forbidden");
  pass(5 * minute - 1);
  expect((await ask()).status).toBe(401);
  pass(1);
  expect((await ask()).status).toBe(200);
});

test("a temporary key is good with its security token, signed, and not without", async () => {
  const { ask } = setUp({ accessKeys: { AK: { secretKey: "not-a-real-secret", securityToken: "st" } } });
  expect((await ask({ headers: { "x-security-token": "st" } })).status).toBe(200);
  expect((await ask()).body.error_msg).toContain("ak not exist");
  expect((await ask({ headers: { "x-security-token": "other" } })).body.error_msg).toContain("ak not exist");
  const unsigned = { headers: { "x-security-token": "st" }, signed: ["host", "x-sdk-date"] };
  expect((await ask(unsigned)).body.error_msg).toContain("signature fail");
});
