import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  clock,
  ID_TOKEN,
  images,
  MIDNIGHT,
  PROJECT,
  REGION,
  SECURITY_TOKEN,
  serviceOptions,
  TEMPORARY_KEY,
  TOKEN,
  USER,
} from "../fuzz/service-options.ts";
import { signedHeaders } from "../fuzz/signed-headers.ts";
import type { Backend } from "./backend.ts";
import { listingCases } from "./listing-cases.ts";
import { rejectionCases } from "./rejection-cases.ts";

const LISTING = `/v2/${PROJECT}/images`;
const HOUR = 3_600_000;
const valid = { "X-Auth-Token": TOKEN };
const json = { "Content-Type": "application/json;charset=utf8" };

function tokenRequest(user: object = {}, project: object = { name: REGION }): RequestInit {
  const { domain, ...given } = { ...USER, ...user };
  const identity = { methods: ["password"], password: { user: { ...given, domain: { name: domain } } } };
  return { method: "POST", headers: json, body: JSON.stringify({ auth: { identity, scope: { project } } }) };
}

/** Tests that a backend behaves like the service. */
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

    /** Sends a request and reads the response, which must have what every response has. */
    async function send(target: string, init: RequestInit = { headers: valid }) {
      const response = await backend.fetch(backend.url + target, init);
      const { status, headers } = response;
      const body = JSON.parse(await response.text());
      const requestId = headers.get("X-Request-Id");
      expect(requestId).toMatch(/^[\da-f]{32}$/);
      expect(headers.get("Content-Type")).toBe("application/json");
      return { status, headers, requestId, body };
    }

    async function askForToken(...args: Parameters<typeof tokenRequest>) {
      const { status, headers, body } = await send("/v3/auth/tokens", tokenRequest(...args));
      return { status, token: headers.get("X-Subject-Token") ?? "", body };
    }

    describe("listings", () => {
      test.each(listingCases)("?%s", async (query, ids, total) => {
        const { status, body } = await send(`${LISTING}?${query}`);
        expect(status).toBe(200);
        expect(body.images.map(({ id }: { id: string }) => id)).toEqual(ids);
        expect(body.total_count).toBe(total);
      });

      test("send the properties of the catalogue that the service has", async () => {
        const { body } = await send(`${LISTING}?image_id=win-11`);
        const [{ package_types: _, ...image } = { id: "" }] = images;
        expect(body).toEqual({ total_count: 1, images: [image] });
      });

      test("return the whole list page by page", async () => {
        const found: unknown[] = [];
        for (let offset = 0; offset < 6; offset += 3) {
          found.push(...(await send(`${LISTING}?limit=3&offset=${offset}`)).body.images);
        }
        expect(found).toEqual((await send(LISTING)).body.images);
      });
    });

    describe("rejections", () => {
      test.each(rejectionCases)("$name: $status $code", async (rejection) => {
        const { method = "GET", target = "", headers, signing, code, message, detail, more } = rejection;
        const signed = signing && signedHeaders(backend.url + target, signing);
        const response = await send(target, { method, headers: { ...headers, ...signed } });
        expect(response.status).toBe(rejection.status);
        // Errors of Workspace and of IAM have no request ID in the body, those of the gateway do.
        expect(response.body).toEqual({
          error_code: code,
          error_msg: typeof message === "string" ? message : expect.stringMatching(message),
          ...(detail && { error_detail: detail }),
          ...more,
          ...(!/^(WKS|IAM)\./.test(code) && { request_id: response.requestId }),
        });
      });
    });

    describe("signatures", () => {
      test.each([
        ["of a listing", LISTING, {}],
        ["of a query", `${LISTING}?os_type=Windows&limit=1`, {}],
        ["of a query with special characters", `${LISTING}?os_type=%E4%B8%80%20(%26%3D%3F!%23%25.*%2B)`, {}],
        ["of a lookup", `/v3/projects?name=${REGION}`, {}],
        ["that is 15 minutes old", LISTING, { time: MIDNIGHT - HOUR / 4 }],
        ["of a temporary key", LISTING, { accessKey: TEMPORARY_KEY, securityToken: SECURITY_TOKEN }],
      ])("are accepted: one %s", async (_what, target, signing) => {
        const headers = signedHeaders(backend.url + target, signing);
        expect((await send(target, { headers })).status).toBe(200);
      });

      test("are rejected for another query", async () => {
        const headers = signedHeaders(`${backend.url}${LISTING}?limit=1`);
        expect((await send(`${LISTING}?limit=2`, { headers })).status).toBe(401);
      });

      test("lock the access key for five minutes after the sixth consecutive failure", async () => {
        const sign = (secretKey?: string) => ({
          headers: signedHeaders(backend.url + LISTING, { ...(secretKey && { secretKey }), time: clock.now }),
        });
        for (let count = 0; count < 6; count += 1) await send(LISTING, sign("another"));
        expect((await send(LISTING, sign())).body.error_msg).toContain("reach the limit,forbidden");
        clock.now += 5 * 60_000;
        expect((await send(LISTING, sign())).status).toBe(200);
      });
    });

    describe("IAM", () => {
      test("issues a token for the project, valid for 24 hours of the clock", async () => {
        const { status, token, body } = await askForToken();
        expect(status).toBe(201);
        expect(body.token).toMatchObject({
          expires_at: "2026-01-03T00:00:00.000000Z",
          methods: ["password"],
          project: { id: PROJECT, name: REGION },
          user: { name: USER.name },
        });
        const use = () => send(LISTING, { headers: { "X-Auth-Token": token } });
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
      ])("rejects another %s", async (_what, user, project, message) => {
        const { status, token, body } = await askForToken(user, project);
        expect(status).toBe(401);
        expect(token).toBe("");
        expect(body).toEqual({ error: { code: 401, message, title: "Unauthorized" } });
      });

      test("locks the user for 15 minutes after the fifth consecutive wrong password", async () => {
        for (let count = 0; count < 5; count += 1) await askForToken({ password: "another" });
        expect((await askForToken()).body.error.message).toBe("The account is locked.");
        clock.now += HOUR / 4;
        expect((await askForToken()).status).toBe(201);
      });

      test.each([
        ["invalid JSON", "{"],
        ["no auth", "{}"],
        ["no password", JSON.stringify({ auth: { identity: { methods: ["password"] } } })],
      ])("rejects a body with %s", async (_what, body) => {
        const { status, body: error } = await send("/v3/auth/tokens", {
          method: "POST",
          headers: json,
          body,
        });
        expect(status).toBe(400);
        expect(error).toEqual({
          error: { code: 400, message: "The request body is invalid", title: "Bad Request" },
        });
      });

      test("finds the project by the name of its region, and by no other", async () => {
        const find = async (name: string) => (await send(`/v3/projects?name=${name}`)).body.projects;
        expect(await find(REGION)).toMatchObject([{ id: PROJECT, name: REGION, enabled: true }]);
        expect(await find("cn-east-3")).toEqual([]);
      });
    });

    describe("ID tokens", () => {
      const post = (target: string, body: object, headers: Record<string, string> = {}) =>
        send(target, { method: "POST", headers: { ...json, ...headers }, body: JSON.stringify(body) });
      const createToken = ({ idToken, idpId } = ID_TOKEN) =>
        post("/v3.0/OS-AUTH/id-token/tokens", { auth: { id_token: { id: idToken } } }, { "X-Idp-Id": idpId });
      const createKey = (id: string) => {
        const identity = { methods: ["token"], token: { id, duration_seconds: 900 } };
        return post("/v3.0/OS-CREDENTIAL/securitytokens", { auth: { identity } });
      };
      const assumeAgency = ({ idToken, providerUrn, agencyUrn } = ID_TOKEN) =>
        post("/v5/agencies/assume-with-oidc", {
          provider_urn: providerUrn,
          agency_urn: agencyUrn,
          agency_session_name: "session",
          id_token: idToken,
          duration_seconds: 900,
        });

      async function keyOfIam() {
        const { status, headers } = await createToken();
        expect(status).toBe(201);
        const { status: created, body } = await createKey(headers.get("X-Subject-Token") ?? "");
        expect(created).toBe(201);
        const { access, secret, securitytoken } = body.credential;
        expect(body.credential.expires_at).toBe("2026-01-02T00:15:00.000000Z");
        return { accessKey: access, secretKey: secret, securityToken: securitytoken };
      }

      async function keyOfSts() {
        const { status, body } = await assumeAgency();
        expect(status).toBe(200);
        const { access_key_id, secret_access_key, security_token } = body.credentials;
        expect(body.credentials.expiration).toBe("2026-01-02T00:15:00.000Z");
        return { accessKey: access_key_id, secretKey: secret_access_key, securityToken: security_token };
      }

      test.each([
        ["IAM", keyOfIam],
        ["STS", keyOfSts],
      ])("get a key from %s that lists images until it expires", async (_what, getKey) => {
        const key = await getKey();
        const list = () => {
          const headers = signedHeaders(backend.url + LISTING, { ...key, time: clock.now });
          return send(LISTING, { headers });
        };
        clock.now += HOUR / 4 - 1;
        expect((await list()).status).toBe(200);
        clock.now += 1;
        const { status, body } = await list();
        expect(status).toBe(401);
        expect(body.error_msg).toContain("ak not exist. The temporary key has expired.");
      });

      test.each([
        ["IAM another ID token", () => createToken({ ...ID_TOKEN, idToken: "another" }), 401, "IAM.0001"],
        ["IAM another provider", () => createToken({ ...ID_TOKEN, idpId: "another" }), 404, "IAM.0004"],
        ["IAM another token", () => createKey("another"), 401, "IAM.0001"],
        ["IAM no token", () => createKey(""), 400, "IAM.0011"],
        ["STS another ID token", () => assumeAgency({ ...ID_TOKEN, idToken: "another" }), 403, "PAP5.0001"],
        ["STS another provider", () => assumeAgency({ ...ID_TOKEN, providerUrn: "p" }), 403, "PAP5.0001"],
        ["STS another agency", () => assumeAgency({ ...ID_TOKEN, agencyUrn: "a" }), 404, "STS5.1106"],
        ["STS no agency", () => assumeAgency({ ...ID_TOKEN, agencyUrn: "" }), 400, "APIGW.0201"],
      ])("from %s are rejected", async (_what, request, status, code) => {
        expect(await request()).toMatchObject({ status, body: { error_code: code } });
      });

      test("are masked in the recorded requests", async () => {
        await createToken();
        await assumeAgency();
        expect(JSON.stringify(backend.mock.requests)).not.toContain(ID_TOKEN.idToken);
      });
    });

    describe("faults", () => {
      test.each([
        [400, "APIGW.0201"],
        [401, "APIGW.0301"],
        [403, "PAP5.0001"],
        [404, "APIGW.0101"],
        [405, "WKS.00000405"],
        [429, "APIGW.0308"],
        [500, "WKS.00211401"],
        [502, "APIGW.0201"],
        [503, "WKS.00050902"],
      ])("status %i sends the code %s, once", async (status, code) => {
        backend.mock.inject({ status, retryAfter: 7 });
        const response = await send(LISTING);
        expect(response).toMatchObject({ status, body: { error_code: code } });
        expect(response.headers.get("Retry-After")).toBe("7");
        expect(response.headers.get("X-Mock-Fault")).toBe("status retryAfter");
        expect((await send(LISTING)).status).toBe(200);
      });

      const get = (init: RequestInit = {}) =>
        backend.fetch(backend.url + LISTING, { headers: valid, ...init });

      test("a lost connection rejects with a TypeError", async () => {
        backend.mock.inject({ reset: true });
        await expect(get()).rejects.toThrow(TypeError);
      });

      test.each([["stall"], ["delay"]] as const)("a %s lasts until the caller aborts", async (fault) => {
        backend.mock.inject(fault === "stall" ? { stall: true } : { delay: Number.POSITIVE_INFINITY });
        const stop = new AbortController();
        const { length } = backend.mock.requests;
        const aborted = expect(
          get({ signal: stop.signal }).then((response) => response.text()),
        ).rejects.toThrow(/abort/i);
        // Aborted earlier, the request could reach the server in the next test, and take its fault.
        await expect.poll(() => backend.mock.requests.length).toBe(length + 1);
        stop.abort();
        await aborted;
      });

      test("a truncated body cannot be read as JSON", async () => {
        backend.mock.inject({ truncate: true });
        await expect(get().then((response) => response.json())).rejects.toThrow();
      });

      test("HTML, an empty body, broken JSON and a redirect arrive unchanged", async () => {
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

      test("an error with status 200 arrives unchanged", async () => {
        backend.mock.inject({ body: { error_code: "WKS.00010109", error_msg: "The operation failed." } });
        expect(await send(LISTING)).toMatchObject({ status: 200, body: { error_code: "WKS.00010109" } });
      });

      test("a wrong total, an ignored offset and a changed catalogue affect the next page", async () => {
        backend.mock.inject({ totalCount: 1 });
        backend.mock.inject({ ignoreOffset: true });
        backend.mock.inject({ change: (images) => images.slice(1) });
        expect((await send(LISTING)).body.total_count).toBe(1);
        expect((await send(`${LISTING}?offset=4`)).body.images).toHaveLength(4);
        expect((await send(LISTING)).body.images).toHaveLength(4);
        expect((await send(LISTING)).body.images).toHaveLength(3);
      });

      test("a token that expires early stays expired", async () => {
        const { token } = await askForToken();
        backend.mock.inject({ expireToken: true });
        for (let count = 0; count < 2; count += 1) {
          const { body } = await send(LISTING, { headers: { "X-Auth-Token": token } });
          expect(body).toHaveProperty("error_code", "APIGW.0307");
        }
        expect((await send(LISTING)).status).toBe(200);
      });
    });

    test("records requests with their credentials masked", async () => {
      await send(`${LISTING}?limit=1`);
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
