import { expect, test } from "vitest";
import { createMock } from "../src/index.ts";
import type { Body } from "./listing.ts";
import { type Signing, signedRequest } from "./signed-request.ts";

const noon = Date.UTC(2026, 0, 2, 3, 4, 5);
const url = "https://workspace.mock.test/v2/p/images";

/** Asks with a good signature, whose header may be written in another way. */
async function ask(signing: Signing = {}, rewrite = (authorization: string) => authorization) {
  const mock = createMock({ accessKeys: { AK: "not-a-real-secret" }, now: () => noon });
  const request = signedRequest(url, signing);
  request.headers.set("Authorization", rewrite(request.headers.get("Authorization") ?? ""));
  const response = await mock.fetch(request);
  return { status: response.status, body: (await response.json()) as Body };
}

test("the parts of the header may be apart by a comma alone", async () => {
  expect((await ask({}, (text) => text.replaceAll(", ", ","))).status).toBe(200);
});

test.each([
  ["something before it", (text: string) => `x${text}`],
  ["something after it", (text: string) => `${text}0`],
  ["its parts in another order", (text: string) => text.replace(/(Access=AK), (Signed.*), /, "$2, $1, ")],
])("a header with %s is malformed", async (_, rewrite) => {
  const { status, body } = await ask({}, rewrite);
  expect(status).toBe(401);
  expect(body.error_msg).toContain("authorization is malformed");
});

test("the names of the signed headers have to be in order", async () => {
  const { status, body } = await ask({ signed: ["x-sdk-date", "host"] });
  expect(status).toBe(401);
  expect(body.error_msg).toContain("verify aksk signature fail");
});

test.each(["x20260102T030405Z", "20260102T030405Zx", "20260102T030405"])(
  "%j is no time of a signature",
  async (date) => {
    const { status, body } = await ask({ date });
    expect(status).toBe(401);
    expect(body.error_msg).toContain("x-sdk-date is more than 15 minutes off");
  },
);
