import { expect, test } from "vitest";
import { createMock } from "../src/index.ts";
import type { Body } from "./listing.ts";
import { type Signing, signedRequest } from "./signed-request.ts";

const noon = Date.UTC(2026, 0, 2, 3, 4, 5);
const url = "https://workspace.mock.test/v2/p/images";

/** Sends a valid signature, whose header `rewrite` may change. */
async function send(signing: Signing = {}, rewrite = (authorization: string) => authorization) {
  const mock = createMock({ accessKeys: { AK: "not-a-real-secret" }, now: () => noon });
  const request = signedRequest(url, signing);
  request.headers.set("Authorization", rewrite(request.headers.get("Authorization") ?? ""));
  const response = await mock.fetch(request);
  return { status: response.status, body: (await response.json()) as Body };
}

test("accepts a header whose parts are separated by commas without spaces", async () => {
  expect((await send({}, (text) => text.replaceAll(", ", ","))).status).toBe(200);
});

test.each([
  ["a prefix", (text: string) => `x${text}`],
  ["a suffix", (text: string) => `${text}0`],
  ["its parts in another order", (text: string) => text.replace(/(Access=AK), (Signed.*), /, "$2, $1, ")],
])("rejects a header with %s as malformed", async (_, rewrite) => {
  const { status, body } = await send({}, rewrite);
  expect(status).toBe(401);
  expect(body.error_msg).toContain("authorization is malformed");
});

test("rejects signed headers that are not in order", async () => {
  const { status, body } = await send({ signed: ["x-sdk-date", "host"] });
  expect(status).toBe(401);
  expect(body.error_msg).toContain("verify aksk signature fail");
});

test.each(["x20260102T030405Z", "20260102T030405Zx", "20260102T030405"])(
  "rejects %j as the time of a signature",
  async (date) => {
    const { status, body } = await send({ date });
    expect(status).toBe(401);
    expect(body.error_msg).toContain("x-sdk-date is more than 15 minutes off");
  },
);
