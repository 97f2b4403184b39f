import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Backend } from "./backend.ts";
import { listingCases } from "./listing-cases.ts";
import { refusalCases } from "./refusal-cases.ts";
import {
  clock,
  images,
  MIDNIGHT,
  PROJECT,
  REGION,
  SECURITY_TOKEN,
  serviceOptions,
  TEMPORARY_KEY,
  TOKEN,
  USER,
} from "./service-options.ts";
import { signedHeaders } from "./signed-headers.ts";

const LISTING = `/v2/${PROJECT}/images`;
const HOUR = 3_600_000;
const good = { "X-Auth-Token": TOKEN };
const json = { "Content-Type": "application/json;charset=utf8" };

function tokenRequest(user: object = {}, project: object = { name: REGION }): RequestInit {
  const { domain, ...given } = { ...USER, ...user };
  const identity = { methods: ["password"], password: { user: { ...given, domain: { name: domain } } } };
  return { method: "POST", headers: json, body: JSON.stringify({ auth: { identity, scope: { project } } }) };
}

/** Holds a backend to how the service behaves. */
export function describeConformance(
  name: string,
  start: (options: typeof serviceOptions) => Promise<Backend>,
): void {
  describe(name, () => {
    let backend: Backend;
    beforeAll(async () => {
      backend = await start(serviceOptions);
    });
    beforeEach(() => {
      backend.mock.reset();
      clock.now = MIDNIGHT;
    });
    afterAll(() => backend[Symbol.asyncDispose]());

    /** Asks, and reads an answer that has what every answer has. */
    async function ask(target: string, init: RequestInit = { headers: good }) {
      const { status, headers, ...response } = await backend
        .fetch(backend.url + target, init)
        .then(async (answer) => ({
          status: answer.status,
          headers: answer.headers,
          text: await answer.text(),
        }));
      const requestId = headers.get("X-Request-Id");
      expect(requestId).toMatch(/^[\da-f]{32}$/);
      expect(headers.get("Content-Type")).toBe("application/json");
      return { status, headers, requestId, body: JSON.parse(response.text) };
    }

    async function askForToken(...args: Parameters<typeof tokenRequest>) {
      const { status, headers, body } = await ask("/v3/auth/tokens", tokenRequest(...args));
      return { status, token: headers.get("X-Subject-Token") ?? "", body };
    }

    describe("listings", () => {
      test.each(listingCases)("?%s", async (query, ids, total) => {
        const { status, body } = await ask(`${LISTING}?${query}`);
        expect(status).toBe(200);
        expect(body.images.map(({ id }: { id: string }) => id)).toEqual(ids);
        expect(body.total_count).toBe(total);
      });

      test("an image has the fields of the catalogue, without those that the service does not send", async () => {
        const { body } = await ask(`${LISTING}?image_id=win-11`);
        const [{ package_types: _, ...image } = { id: "" }] = images;
        expect(body).toEqual({ total_count: 1, images: [image] });
      });

      test("pages put together are the whole", async () => {
        const found: unknown[] = [];
        for (let offset = 0; offset < 6; offset += 3) {
          found.push(...(await ask(`${LISTING}?limit=3&offset=${offset}`)).body.images);
        }
        expect(found).toEqual((await ask(LISTING)).body.images);
      });
    });

    describe("refusals", () => {
      test.each(refusalCases)("$name: $status $code", async (refusal) => {
        const { method = "GET", target = "", headers, signing, code, message, detail } = refusal;
        const signed = signing && signedHeaders(backend.url + target, signing);
        const answer = await ask(target, { method, headers: { ...headers, ...signed } });
        expect(answer.status).toBe(refusal.status);
        // Of all errors, those of Workspace itself have no request id in the body.
        expect(answer.body).toEqual({
          error_code: code,
          error_msg: typeof message === "string" ? message : expect.stringMatching(message),
          ...(detail && { error_detail: detail }),
          ...(!code.startsWith("WKS.") && { request_id: answer.requestId }),
        });
      });
    });

    describe("signatures", () => {
      test.each([
        ["of a listing", LISTING, {}],
        ["of a query", `${LISTING}?os_type=Windows&limit=1`, {}],
        ["of a query of many marks", `${LISTING}?os_type=%E4%B8%80%20(%26%3D%3F!%23%25.*%2B)`, {}],
        ["of a look-up", `/v3/projects?name=${REGION}`, {}],
        ["that is 15 minutes old", LISTING, { time: MIDNIGHT - HOUR / 4 }],
        ["of a temporary key", LISTING, { accessKey: TEMPORARY_KEY, securityToken: SECURITY_TOKEN }],
      ])("one %s is good", async (_what, target, signing) => {
        const headers = signedHeaders(backend.url + target, signing);
        expect((await ask(target, { headers })).status).toBe(200);
      });

      test("one of another query is refused", async () => {
        const headers = signedHeaders(`${backend.url}${LISTING}?limit=1`);
        expect((await ask(`${LISTING}?limit=2`, { headers })).status).toBe(401);
      });

      test("the sixth wrong one in a row locks the access key for five minutes", async () => {
        const sign = (secretKey?: string) => ({
          headers: signedHeaders(backend.url + LISTING, { ...(secretKey && { secretKey }), time: clock.now }),
        });
        for (let count = 0; count < 6; count += 1) await ask(LISTING, sign("another"));
        expect((await ask(LISTING, sign())).body.error_msg).toContain("reach the limit,forbidden");
        clock.now += 5 * 60_000;
        expect((await ask(LISTING, sign())).status).toBe(200);
      });
    });

    describe("IAM", () => {
      test("a user gets a token for the project, good for 24 hours of the clock", async () => {
        const { status, token, body } = await askForToken();
        expect(status).toBe(201);
        expect(body.token).toMatchObject({
          expires_at: "2026-01-03T00:00:00.000000Z",
          methods: ["password"],
          project: { id: PROJECT, name: REGION },
          user: { name: USER.name },
        });
        const use = () => ask(LISTING, { headers: { "X-Auth-Token": token } });
        clock.now += 24 * HOUR - 1;
        expect((await use()).status).toBe(200);
        clock.now += 1;
        expect(await use()).toMatchObject({
          status: 401,
          body: { error_code: "APIGW.0307", error_msg: "The token must be updated." },
        });
      });

      test.each([
        ["password", { password: "another" }, undefined, "The username or password is wrong."],
        ["name", { name: "bob" }, undefined, "The username or password is wrong."],
        ["account", { domain: "another" }, undefined, "The username or password is wrong."],
        ["project", {}, { name: "cn-east-3" }, "The project does not exist."],
      ])("another %s is refused", async (_what, user, project, message) => {
        const { status, token, body } = await askForToken(user, project);
        expect(status).toBe(401);
        expect(token).toBe("");
        expect(body).toEqual({ error: { code: 401, message, title: "Unauthorized" } });
      });

      test("the fifth wrong password in a row locks the user for 15 minutes", async () => {
        for (let count = 0; count < 5; count += 1) await askForToken({ password: "another" });
        expect((await askForToken()).body.error.message).toBe("The account is locked.");
        clock.now += HOUR / 4;
        expect((await askForToken()).status).toBe(201);
      });

      test.each([
        ["no JSON", "{"],
        ["no auth", "{}"],
        ["no password", JSON.stringify({ auth: { identity: { methods: ["password"] } } })],
      ])("a body with %s is invalid", async (_what, body) => {
        const { status, body: error } = await ask("/v3/auth/tokens", { method: "POST", headers: json, body });
        expect(status).toBe(400);
        expect(error).toEqual({
          error: { code: 400, message: "The request body is invalid", title: "Bad Request" },
        });
      });

      test("the project is found by the name of its region, and by no other", async () => {
        const find = async (name: string) => (await ask(`/v3/projects?name=${name}`)).body.projects;
        expect(await find(REGION)).toMatchObject([{ id: PROJECT, name: REGION, enabled: true }]);
        expect(await find("cn-east-3")).toEqual([]);
      });
    });

    describe("faults", () => {
      test.each([
        [400, "WKS.00211102"],
        [401, "APIGW.0307"],
        [403, "PAP5.0001"],
        [404, "APIGW.0101"],
        [405, "WKS.00000405"],
        [429, "APIGW.0308"],
        [500, "WKS.00211401"],
        [502, "APIGW.0201"],
        [503, "WKS.00050902"],
      ])("status %i has its code, %s, once", async (status, code) => {
        backend.mock.inject({ status, retryAfter: 7 });
        const answer = await ask(LISTING);
        expect(answer).toMatchObject({ status, body: { error_code: code } });
        expect(answer.headers.get("Retry-After")).toBe("7");
        expect(answer.headers.get("X-Mock-Fault")).toBe("status retryAfter");
        expect((await ask(LISTING)).status).toBe(200);
      });

      const get = (init: RequestInit = {}) =>
        backend.fetch(backend.url + LISTING, { headers: good, ...init });

      test("a lost connection rejects with a TypeError", async () => {
        backend.mock.inject({ reset: true });
        await expect(get()).rejects.toThrow(TypeError);
      });

      test.each([["stall"], ["delay"]] as const)("a %s lasts until the caller aborts", async (fault) => {
        backend.mock.inject(fault === "stall" ? { stall: true } : { delay: Number.POSITIVE_INFINITY });
        const signal = AbortSignal.timeout(50);
        await expect(get({ signal }).then((answer) => answer.text())).rejects.toThrow(/abort|timeout/i);
      });

      test("a body that breaks off cannot be read as JSON", async () => {
        backend.mock.inject({ truncate: true });
        await expect(get().then((answer) => answer.json())).rejects.toThrow();
      });

      test("HTML, an empty body, broken JSON and a redirect arrive as they are", async () => {
        backend.mock.inject({ html: true, status: 502 });
        backend.mock.inject({ body: "", status: 500 });
        backend.mock.inject({ body: "{" });
        backend.mock.inject({ redirect: "https://other.test/" });
        const page = await get();
        expect(page.headers.get("Content-Type")).toBe("text/html");
        expect(await page.text()).toContain("<!doctype html>");
        expect(await (await get()).text()).toBe("");
        expect(await (await get()).text()).toBe("{");
        const redirect = await get({ redirect: "manual" });
        expect(redirect.status).toBe(307);
        expect(redirect.headers.get("Location")).toBe("https://other.test/");
      });

      test("an error under status 200 arrives as it is", async () => {
        backend.mock.inject({ body: { error_code: "WKS.00010109", error_msg: "The operation failed." } });
        expect(await ask(LISTING)).toMatchObject({ status: 200, body: { error_code: "WKS.00010109" } });
      });

      test("a wrong total, an ignored offset and a catalogue that changes hit the next page", async () => {
        backend.mock.inject({ totalCount: 1 });
        backend.mock.inject({ ignoreOffset: true });
        backend.mock.inject({ change: (images) => images.slice(1) });
        expect((await ask(LISTING)).body.total_count).toBe(1);
        expect((await ask(`${LISTING}?offset=4`)).body.images).toHaveLength(4);
        expect((await ask(LISTING)).body.images).toHaveLength(4);
        expect((await ask(LISTING)).body.images).toHaveLength(3);
      });

      test("a token that expires early is refused from then on", async () => {
        const { token } = await askForToken();
        backend.mock.inject({ expireToken: true });
        for (let count = 0; count < 2; count += 1) {
          const { body } = await ask(LISTING, { headers: { "X-Auth-Token": token } });
          expect(body).toHaveProperty("error_code", "APIGW.0307");
        }
        expect((await ask(LISTING)).status).toBe(200);
      });
    });

    test("requests are recorded with their credentials masked", async () => {
      await ask(`${LISTING}?limit=1`);
      await askForToken();
      expect(backend.mock.requests).toMatchObject([
        { method: "GET", path: LISTING, query: { limit: "1" }, headers: { "x-auth-token": "***" } },
        { method: "POST", path: "/v3/auth/tokens" },
      ]);
      const recorded = JSON.stringify(backend.mock.requests);
      expect(recorded).toContain(USER.name);
      expect(recorded).not.toContain(TOKEN);
      expect(recorded).not.toContain(USER.password);
    });
  });
}
