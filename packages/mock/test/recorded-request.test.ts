import { expect, test } from "vitest";
import { createMock } from "../src/index.ts";
import { get } from "./listing.ts";

test("records a request as received", async () => {
  const mock = createMock();
  await get(mock, { os_type: "Windows", limit: "5" });
  expect(mock.requests).toEqual([
    {
      aborted: false,
      method: "GET",
      url: `${mock.url}/v2/p/images?os_type=Windows&limit=5`,
      path: "/v2/p/images",
      query: { os_type: "Windows", limit: "5" },
      headers: { "x-auth-token": "***" },
      body: undefined,
    },
  ]);
});

test("records no credentials", async () => {
  const mock = createMock({ users: [] });
  const headers = {
    "X-Auth-Token": "canary",
    Authorization: "SDK-HMAC-SHA256 Access=canary, SignedHeaders=host, Signature=canary",
    "X-Security-Token": "canary",
    "X-Subject-Token": "canary",
    Cookie: "session=canary",
  };
  const body = JSON.stringify({
    auth: {
      identity: {
        methods: ["password", "totp"],
        password: { user: { name: "ann", password: "canary", domain: { name: "acme" } } },
        totp: { user: { id: "1", passcode: "canary" } },
      },
      scope: { project: { name: "cn-north-4" } },
    },
  });
  const url = `${mock.url}/v3/auth/tokens`;
  await mock.fetch(url, { method: "POST", headers, body });
  await mock.fetch(url, { method: "POST", body: '{"password": "canary"' });
  await mock.fetch(url, { method: "POST", body: '"canary"' });
  // The other ways to sign in, which the mock rejects.
  const others = [
    { token: { id: "canary" } },
    { hw_ak_sk: { access: { key: "ak" }, secret: { key: "canary" } } },
  ];
  for (const identity of others) {
    await mock.fetch(url, { method: "POST", body: JSON.stringify({ auth: { identity } }) });
  }
  expect(JSON.stringify(mock.requests)).not.toContain("canary");
  expect(JSON.stringify(mock.requests)).toContain("ann");
  expect(mock.requests.map((request) => request.body)).toMatchObject([
    { auth: {} },
    "***",
    "***",
    { auth: { identity: { token: "***" } } },
    { auth: { identity: { hw_ak_sk: { access: { key: "ak" }, secret: "***" } } } },
  ]);
});
