import { expect, test } from "vitest";
import { createMock, type MockOptions } from "../src/index.ts";
import type { Body } from "./listing.ts";
import { type Signing, signedRequest } from "./signed-request.ts";

const noon = Date.UTC(2026, 0, 2, 3, 4, 5);
const minute = 60_000;

function setUp(options: MockOptions = {}) {
  let time = noon;
  const mock = createMock({ accessKeys: { AK: "not-a-real-secret" }, now: () => time, ...options });
  const send = async (signing?: Signing, path = "/v2/p/images?limit=2&os_type=Linux") => {
    const response = await mock.fetch(signedRequest(mock.url + path, signing));
    return { status: response.status, body: (await response.json()) as Body };
  };
  return {
    send,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

const wrong = { secretKey: "wrong" };

test("accepts a valid signature", async () => {
  const { send } = setUp();
  expect(await send()).toMatchObject({ status: 200, body: { images: [{}, {}] } });
  expect((await send({ headers: { "x-project-id": "p", "content-type": "application/json" } })).status).toBe(
    200,
  );
  expect((await send({}, "/v3/projects")).status).toBe(200);
});

test("accepts a project lookup signed with the body that the official SDK for Node.js sends", async () => {
  const { send } = setUp();
  expect((await send({ body: "{}" }, "/v3/projects?name=cn-north-4")).status).toBe(200);
  expect((await send({ body: "[]" }, "/v3/projects?name=cn-north-4")).status).toBe(401);
});

test("shows the canonical request of the gateway for a wrong signature, without credentials", async () => {
  const { send } = setUp();
  const headers = { "x-security-token": "canary", "x-project-id": "p" };
  const { status, body } = await send({ ...wrong, headers });
  expect(status).toBe(401);
  expect(body.error_code).toBe("APIGW.0301");
  expect(body.error_msg).toBe(
    "Incorrect IAM authentication information: verify aksk signature fail, " +
      "canonicalRequest:GET|/v2/p/images/|limit=2&os_type=Linux|host:workspace.mock.test|x-project-id:p|" +
      "x-sdk-date:20260102T030405Z|x-security-token:***||host;x-project-id;x-sdk-date;x-security-token|" +
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
});

test("accepts a signature only for the request that it signs", async () => {
  const mock = createMock({ accessKeys: { AK: "not-a-real-secret" }, now: () => noon });
  const { headers } = signedRequest(`${mock.url}/v2/p/images?limit=2`);
  expect((await mock.fetch(`${mock.url}/v2/p/images?limit=2`, { headers })).status).toBe(200);
  expect((await mock.fetch(`${mock.url}/v2/p/images?limit=3`, { headers })).status).toBe(401);
  expect((await mock.fetch(`${mock.url}/v2/q/images?limit=2`, { headers })).status).toBe(401);
  expect((await mock.fetch("https://other.test/v2/p/images?limit=2", { headers })).status).toBe(401);
});

test("rejects a signature that does not cover the time", async () => {
  expect((await setUp().send({ signed: ["host"] })).body.error_msg).toContain("signature fail");
});

test.each([
  ["no key is known", undefined],
  ["another key is known", "other"],
  ["the key is an inherited property name", "constructor"],
  ["the key has no secret", "empty"],
])("rejects an unknown access key: %s", async (_, accessKey = "AK") => {
  const { send } = setUp({ accessKeys: accessKey === "AK" ? {} : { AK: "not-a-real-secret", empty: "" } });
  const { status, body } = await send({ accessKey });
  expect(status).toBe(401);
  expect(body.error_msg).toContain("Get secretKey failed,ak:***,err:ak not exist");
  expect(body.error_msg).toContain(
    "To make the key known to the mock, set accessKeys, or --access-key at the shell.",
  );
});

test("rejects another form of authorization", async () => {
  const mock = createMock({ accessKeys: { AK: "not-a-real-secret" } });
  const headers = { Authorization: "Bearer t" };
  const response = await mock.fetch(`${mock.url}/v2/p/images`, { headers });
  expect(response.status).toBe(401);
  expect(((await response.json()) as Body).error_msg).toContain("authorization is malformed");
});

test.each(["host;x-sdk-date;", "host;x-sdk-date;x(y)"])(
  "rejects a signature over %s, where not every name is a header name",
  async (names) => {
    const mock = createMock({ accessKeys: { AK: "not-a-real-secret" }, now: () => noon });
    const Authorization = `SDK-HMAC-SHA256 Access=AK, SignedHeaders=${names}, Signature=${"0".repeat(64)}`;
    const headers = { Authorization, "X-Sdk-Date": "20260102T030405Z" };
    const response = await mock.fetch(`${mock.url}/v2/p/images`, { headers });
    expect(response.status).toBe(401);
    expect(((await response.json()) as Body).error_msg).toContain("verify aksk signature fail");
  },
);

test("accepts a clock that is up to 15 minutes off", async () => {
  for (const direction of [1, -1]) {
    const { send, pass } = setUp();
    pass(direction * 15 * minute);
    expect((await send()).status).toBe(200);
    pass(direction * 1000);
    expect(await send()).toMatchObject({ status: 401, body: { error_code: "APIGW.0301" } });
  }
  for (const date of ["2026-01-02T03:04:05Z", "+20260102T030405Z", "20260102T030405Z+1", "none", ""]) {
    expect((await setUp().send({ date })).status, date).toBe(401);
  }
});

test("locks a key for five minutes after the sixth consecutive failure", async () => {
  const { send, pass } = setUp();
  for (let count = 0; count < 5; count += 1) await send(wrong);
  expect((await send()).status).toBe(200);
  for (let count = 0; count < 6; count += 1) {
    expect((await send(wrong)).body.error_msg).toContain("verify aksk signature fail");
  }
  expect((await send()).body.error_msg).toContain("AK access failed to reach the limit,forbidden");
  pass(5 * minute - 1);
  expect((await send()).status).toBe(401);
  pass(1);
  expect((await send()).status).toBe(200);
});

test("accepts a temporary key only with its signed security token", async () => {
  const { send } = setUp({ accessKeys: { AK: { secretKey: "not-a-real-secret", securityToken: "st" } } });
  expect((await send({ headers: { "x-security-token": "st" } })).status).toBe(200);
  expect((await send()).body.error_msg).toContain("ak not exist");
  expect((await send({ headers: { "x-security-token": "other" } })).body.error_msg).toContain("ak not exist");
  const unsigned = { headers: { "x-security-token": "st" }, signed: ["host", "x-sdk-date"] };
  expect((await send(unsigned)).body.error_msg).toContain("signature fail");
});
