import { createMock } from "@workspace-images/mock";
import { startMockServer } from "@workspace-images/mock-server";
import { expect, test } from "vitest";

const agency = {
  provider_urn: "iam::a:oidcProvider:ci",
  agency_urn: "iam::a:agency:images",
  agency_session_name: "session",
  id_token: "not-a-real-id-token",
};
const byToken = (token: object) => ({ auth: { identity: { methods: ["token"], token } } });
const STS = "/v5/agencies/assume-with-oidc";
const IAM_TOKEN = "/v3.0/OS-AUTH/id-token/tokens";
const IAM_KEY = "/v3.0/OS-CREDENTIAL/securitytokens";

function post(url: string, body: unknown, headers: Record<string, string> = {}): Request {
  const all = { "Content-Type": "application/json", ...headers };
  return new Request(url, { method: "POST", headers: all, body: JSON.stringify(body) });
}

test.each([
  ["a lifetime below 15 minutes", STS, { ...agency, duration_seconds: 899 }, "APIGW.0201"],
  ["a lifetime above 12 hours", STS, { ...agency, duration_seconds: 43_201 }, "APIGW.0201"],
  ["a session name of one character", STS, { ...agency, agency_session_name: "s" }, "APIGW.0201"],
  ["policy IDs that are no array", STS, { ...agency, policy_ids: "id" }, "APIGW.0201"],
  ["a lifetime below 15 minutes", IAM_KEY, byToken({ id: "t", duration_seconds: 899 }), "IAM.0011"],
  ["a lifetime above 24 hours", IAM_KEY, byToken({ id: "t", duration_seconds: 86_401 }), "IAM.0011"],
])("Prism rejects %s in a request to %s, which the mock alone accepts", async (_what, path, body, code) => {
  const mock = createMock();
  expect((await mock.fetch(post(mock.url + path, body))).ok).toBe(true);
  await using server = await startMockServer();
  const response = await fetch(post(server.url + path, body));
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error_code: code });
});

test.each([
  [IAM_TOKEN, 201, "token", { auth: { id_token: { id: "t" } } }],
  [IAM_KEY, 201, "credential", byToken({ id: "t" })],
  [STS, 200, "credentials", agency],
])("Prefer gets the example of %s", async (path, code, property, body) => {
  await using server = await startMockServer();
  const response = await fetch(post(server.url + path, body, { "X-Idp-Id": "ci", Prefer: `code=${code}` }));
  expect(response.status).toBe(code);
  expect(await response.json()).toHaveProperty(property);
  expect(server.mock.requests).toEqual([]);
});
