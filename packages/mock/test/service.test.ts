import { expect, test } from "vitest";
import { createMock } from "../src/index.ts";
import { type Body, list } from "./listing.ts";

async function send(mock: ReturnType<typeof createMock>, path: string, init: RequestInit = {}) {
  const response = await mock.fetch(mock.url + path, init);
  const body = (await response.json()) as Body;
  return { status: response.status, body, requestId: response.headers.get("x-request-id") };
}

test("rejects a request without credentials like the gateway, with a request ID", async () => {
  const { status, body, requestId } = await send(createMock(), "/v2/p/images");
  expect(status).toBe(401);
  expect(body).toEqual({
    error_code: "APIGW.0301",
    error_msg: "Incorrect IAM authentication information: x-auth-token not found",
    request_id: requestId,
  });
});

test("treats an empty token as missing", async () => {
  const { status } = await send(createMock(), "/v2/p/images", { headers: { "X-Auth-Token": "" } });
  expect(status).toBe(401);
});

test("rejects a token other than the known one", async () => {
  const mock = createMock({ token: "other" });
  const { status, body } = await list(mock);
  expect(status).toBe(401);
  expect(body.error_msg).toBe("Incorrect IAM authentication information: decrypt token fail");
  expect((await list(createMock({ token: "t" }))).status).toBe(200);
});

test("with users, accepts only issued tokens", async () => {
  expect((await list(createMock({ users: [] }))).status).toBe(401);
});

test("forbids another project", async () => {
  const { status, body, headers } = await list(createMock({ projectId: "q" }));
  expect(status).toBe(403);
  expect(body.error_code).toBe("PAP5.0001");
  expect(body.request_id).toBe(headers.get("x-request-id"));
  expect((await list(createMock({ projectId: "p" }))).status).toBe(200);
});

test("checks credentials before the project, and the project before the parameters", async () => {
  const mock = createMock({ projectId: "q", token: "t" });
  expect((await send(mock, "/v2/p/images?limit=x")).status).toBe(401);
  expect((await list(mock, "limit=x")).status).toBe(403);
});

test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("rejects %s for images", async (method) => {
  const { status, body } = await send(createMock(), "/v2/p/images", { method });
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
])("responds to %s %s with 404", async (method, path) => {
  const { status, body, requestId } = await send(createMock(), path, { method });
  expect(status).toBe(404);
  expect(body).toEqual({
    error_code: "APIGW.0101",
    error_msg: "The API does not exist or has not been published in the environment",
    request_id: requestId,
  });
});
