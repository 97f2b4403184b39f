import { expect, test } from "vitest";
import { createMock } from "../src/index.ts";
import { type Body, list } from "./listing.ts";

async function ask(mock: ReturnType<typeof createMock>, path: string, init: RequestInit = {}) {
  const response = await mock.fetch(mock.url + path, init);
  const body = (await response.json()) as Body;
  return { status: response.status, body, requestId: response.headers.get("x-request-id") };
}

test("a request without credentials is refused by the gateway, with its request id", async () => {
  const { status, body, requestId } = await ask(createMock(), "/v2/p/images");
  expect(status).toBe(401);
  expect(body).toEqual({
    error_code: "APIGW.0301",
    error_msg: "Incorrect IAM authentication information: x-auth-token not found",
    request_id: requestId,
  });
});

test("an empty token counts as none", async () => {
  const { status } = await ask(createMock(), "/v2/p/images", { headers: { "X-Auth-Token": "" } });
  expect(status).toBe(401);
});

test("another token than the known one is refused", async () => {
  const mock = createMock({ token: "other" });
  const { status, body } = await list(mock);
  expect(status).toBe(401);
  expect(body.error_msg).toBe("Incorrect IAM authentication information: decrypt token fail");
  expect((await list(createMock({ token: "t" }))).status).toBe(200);
});

test("with users, only the tokens that they get are good", async () => {
  expect((await list(createMock({ users: [] }))).status).toBe(401);
});

test("another project is forbidden", async () => {
  const { status, body, headers } = await list(createMock({ projectId: "q" }));
  expect(status).toBe(403);
  expect(body.error_code).toBe("PAP5.0001");
  expect(body.request_id).toBe(headers.get("x-request-id"));
  expect((await list(createMock({ projectId: "p" }))).status).toBe(200);
});

test("credentials are checked before the project, and the project before the parameters", async () => {
  const mock = createMock({ projectId: "q", token: "t" });
  expect((await ask(mock, "/v2/p/images?limit=x")).status).toBe(401);
  expect((await list(mock, "limit=x")).status).toBe(403);
});

test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("%s is not allowed for images", async (method) => {
  const { status, body } = await ask(createMock(), "/v2/p/images", { method });
  expect(status).toBe(405);
  expect(body).toEqual({ error_code: "WKS.00000405", error_msg: "The request method is not allowed." });
});

test.each([
  ["GET", "/"],
  ["GET", "/v2/images"],
  ["GET", "/v2//images"],
  ["GET", "/v2/../images"],
  ["GET", "/v2/p/images/"],
  ["GET", "/v2/p/q/images"],
  ["GET", "/v1/p/images"],
  ["GET", "/v3/auth/tokens"],
  ["POST", "/v3/projects"],
])("%s %s does not exist", async (method, path) => {
  const { status, body, requestId } = await ask(createMock(), path, { method });
  expect(status).toBe(404);
  expect(body).toEqual({
    error_code: "APIGW.0101",
    error_msg: "The API does not exist",
    request_id: requestId,
  });
});
