import { getEventListeners } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  type AccessKeyProvider,
  type ApiError,
  InputError,
  isWorkspaceImagesError,
} from "../../src/index.ts";
import { ecsAgencyKeys, identityProviderKeys, oidcAgencyKeys, podIdentityKeys } from "../../src/node.ts";
import {
  canary,
  EXPIRY,
  key,
  keyBody,
  type Reply,
  type SourceServer,
  startSourceServer,
} from "./source-server.ts";

const SECURITY_KEY = "GET /openstack/latest/securitykey";
const METADATA_TOKEN = "PUT /meta-data/latest/api/token";
const POD = "POST /v1/credentials?pod=1";
const STS = "POST /v5/agencies/assume-with-oidc";
const ID_TOKENS = "POST /v3.0/OS-AUTH/id-token/tokens";
const SECURITY_TOKENS = "POST /v3.0/OS-CREDENTIAL/securitytokens";
const urns = { providerUrn: "iam::a:oidcProvider:idp", agencyUrn: "iam::a:agency:images" };
const NEVER = () => {};

let folder: string;
let tokenFile: string;
let server: SourceServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "providers-"));
  tokenFile = join(folder, "token");
  await writeFile(tokenFile, `${canary.idToken}\n`);
  server = await startSourceServer({
    [METADATA_TOKEN]: [[200, canary.metadata]],
    [SECURITY_KEY]: [[200, keyBody]],
    [POD]: [[200, keyBody]],
    [STS]: [
      [
        200,
        {
          credentials: {
            access_key_id: "SOURCEACCESSKEY",
            secret_access_key: canary.secret,
            security_token: canary.security,
            expiration: EXPIRY,
          },
        },
      ],
    ],
    [ID_TOKENS]: [[201, { token: {} }, { "X-Subject-Token": canary.token }]],
    [SECURITY_TOKENS]: [[201, keyBody]],
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const get = (provider: AccessKeyProvider, signal = new AbortController().signal) =>
  Promise.resolve(provider({ signal }));

/** Each provider, with its last request and its name in errors. */
const providers: [string, () => AccessKeyProvider, string, string][] = [
  [
    "ecsAgencyKeys",
    () => ecsAgencyKeys({ endpoint: server.url, env: {} }),
    SECURITY_KEY,
    "The metadata service of this server",
  ],
  [
    "podIdentityKeys",
    () => podIdentityKeys({ uri: `${server.url}/v1/credentials?pod=1`, tokenFile, env: {} }),
    POD,
    "The pod identity agent",
  ],
  [
    "oidcAgencyKeys",
    () => oidcAgencyKeys({ ...urns, tokenFile, stsEndpoint: server.url, env: {} }),
    STS,
    "STS",
  ],
  [
    "identityProviderKeys",
    () => identityProviderKeys({ idpId: "idp", tokenFile, iamEndpoint: server.url, env: {} }),
    SECURITY_TOKENS,
    "IAM",
  ],
];

/** Nothing that an error holds shows a credential. */
function expectNoSecret(error: unknown): void {
  const report = isWorkspaceImagesError(error) ? error.toReport() : undefined;
  const shown =
    inspect(error, { depth: Infinity, showHidden: true }) + JSON.stringify(report) + String(error);
  expect(shown).not.toMatch(/canary/i);
}

describe.each(providers)("%s", (_name, create, call, source) => {
  test("gives the key of the source", async () => {
    expect(await get(create())).toEqual(key);
  });

  test("reads the key again each time, and its token file too", async () => {
    const provider = create();
    await get(provider);
    await writeFile(tokenFile, "canary.second-token");
    await get(provider);
    expect(server.received.filter((one) => one.call === call)).toHaveLength(2);
    const sent = JSON.stringify(server.received);
    if (call !== SECURITY_KEY) expect(sent).toContain("canary.second-token");
  });

  test.each<[string, Reply, Record<string, unknown>, string]>([
    [
      "a rejection that echoes the request",
      (response, { headers, body }) => {
        const error_msg = `no for ${JSON.stringify(headers)} ${body}`;
        response.writeHead(403).end(JSON.stringify({ error_code: "X.1", error_msg }));
      },
      { code: "API_ERROR", status: 403, target: "credentials", errorCode: "X.1" },
      ": no for {",
    ],
    [
      "a rejection in the shape of IAM",
      [400, { error: { code: 400, message: "bad" } }],
      { code: "API_ERROR", status: 400 },
      ": bad. ",
    ],
    ["a rejection in plain text", [404, "no role"], { code: "API_ERROR", status: 404 }, ": no role. "],
    [
      "a rejection in HTML",
      [404, "<html>"],
      { code: "API_ERROR", status: 404, errorMessage: /^[^:<]+$/ },
      ". Check",
    ],
    [
      "a rejection in plain text that ends like HTML",
      [404, " no role <"],
      { code: "API_ERROR", status: 404 },
      ": no role <. ",
    ],
    [
      "a rejection in JSON without a message",
      [404, ["x"]],
      { code: "API_ERROR", status: 404, errorMessage: /^[^:[]+$/ },
      ". Check",
    ],
    [
      "a rejection in a long text",
      [404, "x".repeat(1000)],
      { code: "API_ERROR", errorMessage: /: x{200}\. / },
      ": x",
    ],
    ["a failure", [503, "down"], { code: "API_ERROR", status: 503 }, " failed: down. Try again later"],
    [
      "a redirect",
      [302, "", { Location: "http://127.0.0.1:1/" }],
      { code: "UNTRUSTED_RESPONSE", reason: "redirect" },
      " responded with a redirect",
    ],
    [
      "what is no JSON",
      [200, `<html>${canary.secret}`],
      { code: "UNTRUSTED_RESPONSE", reason: "not-json" },
      " sent no JSON object",
    ],
    ["null", [200, "null"], { code: "UNTRUSTED_RESPONSE", reason: "not-json" }, " sent no JSON object"],
    [
      "an empty object",
      [200, {}],
      { code: "UNTRUSTED_RESPONSE", reason: "incomplete" },
      "without a valid accessKey, secretKey, securityToken, expiry",
    ],
    [
      "a key without an expiry",
      [200, { ...keyBody.credential, expires_at: undefined }],
      { reason: "incomplete" },
      "without a valid expiry",
    ],
    [
      "a key whose expiry has a zone within it",
      [200, { ...keyBody.credential, expires_at: "2026Z-01-01T00:00:00" }],
      { reason: "incomplete" },
      "without a valid expiry",
    ],
    [
      "a key with a space before it",
      [200, { ...keyBody.credential, access: " AK" }],
      { reason: "incomplete" },
      "without a valid accessKey",
    ],
    [
      "a key with a line break",
      [200, { ...keyBody.credential, secret: `${canary.secret}\n` }],
      { reason: "incomplete" },
      "without a valid secretKey",
    ],
    ["too much", [200, "x".repeat(70_000)], { reason: "too-large" }, " sent more than 64 KiB"],
    [
      "nothing, and closes the connection",
      (response) => response.destroy(),
      { code: "CONNECTION_FAILED" },
      " cannot be reached: ",
    ],
  ])("turns %s into an error that names the source", async (_reply, reply, expected, text) => {
    server.replies[call] = [reply];
    const error = await get(create()).catch((reason: unknown) => reason);
    const { errorMessage, ...others } = expected;
    expect(error).toMatchObject(others);
    if (errorMessage) expect((error as ApiError).errorMessage).toMatch(errorMessage as RegExp);
    if (others["code"] === "CONNECTION_FAILED") expect((error as Error).cause).toBeInstanceOf(Error);
    expect(String(error)).toContain(source);
    expect(String(error)).toContain(text);
    expectNoSecret(error);
  });

  test("ends a request that nobody responds to", async () => {
    server.replies[call] = [NEVER];
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const failing = get(create()).catch((reason: unknown) => reason);
    while (server.received.at(-1)?.call !== call) await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(10_000);
    const error = await failing;
    expect(error).toMatchObject({ code: "TIMED_OUT" });
    expect(String(error)).toMatch(`${source} did not respond within `);
  });

  test("ends with the signal of the caller, with its reason", async () => {
    server.replies[call] = [NEVER];
    const controller = new AbortController();
    const failing = get(create(), controller.signal);
    const outcome = expect(failing).rejects.toBe("enough");
    while (server.received.at(-1)?.call !== call) await new Promise((resolve) => setImmediate(resolve));
    controller.abort("enough");
    await outcome;
  });

  test("leaves no listener on the signal of the caller", async () => {
    const { signal } = new AbortController();
    await get(create(), signal);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("does not follow a redirect", async () => {
    await using elsewhere = await startSourceServer();
    server.replies[call] = [[307, "", { Location: elsewhere.url }]];
    await expect(get(create())).rejects.toThrow("redirect");
    expect(elsewhere.received).toEqual([]);
  });
});

describe.each(providers.slice(1))("the token file of %s", (_name, create) => {
  test.each([
    ["", "is empty"],
    [" \n\t", "is empty"],
    ["canary\ncanary", "contains line breaks or other characters than ASCII"],
    ['"canary"\n', "contains quotation marks around the token"],
  ])("with the content %o is an InputError, and nothing is sent", async (content, problem) => {
    await writeFile(tokenFile, content);
    const error = await get(create()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toContain(`The token file ${tokenFile} (tokenFile) ${problem}`);
    expectNoSecret(error);
    expect(server.received).toEqual([]);
  });

  test("that is absent is an InputError, and nothing is sent", async () => {
    await rm(tokenFile);
    await expect(get(create())).rejects.toThrow(`The token file ${tokenFile} (tokenFile) does not exist`);
    expect(server.received).toEqual([]);
  });
});

test.each([
  {
    credential: {
      access: "AK",
      secret: "SK",
      securitytoken: "ST",
      expires_at: "2026-01-01T00:00:00.574000Z",
    },
  },
  {
    credentials: {
      accessKeyId: "AK",
      secretAccessKey: "SK",
      securityToken: "ST",
      expiration: "2026-01-01T00:00:00Z",
    },
  },
  { access_key_id: "AK", secret_access_key: "SK", security_token: "ST", expires_at: "2026-01-01T00:00:00" },
  { access: "AK", secret: "SK", securitytoken: "ST", expires_at: "2026-01-01T08:00:00+08:00" },
  { access: "AK", secret: "SK", securitytoken: "ST", expires_at: "2026-01-01T08:00:00+0800" },
])("a key in the shape %o is read", async (body) => {
  server.replies[SECURITY_KEY] = [[200, body]];
  const expiresAt = new Date("2026-01-01T00:00:00Z");
  expect(await get(ecsAgencyKeys({ endpoint: server.url }))).toEqual({
    accessKey: "AK",
    secretKey: "SK",
    securityToken: "ST",
    expiresAt,
  });
});

describe("the metadata of a server", () => {
  const calls = () => server.received.map(({ call, headers }) => [call, headers["x-metadata-token"]]);

  test("is asked with a token, which is kept", async () => {
    const provider = ecsAgencyKeys({ endpoint: `${server.url}//` });
    await get(provider);
    await get(provider);
    expect(calls()).toEqual([
      [METADATA_TOKEN, undefined],
      [SECURITY_KEY, canary.metadata],
      [SECURITY_KEY, canary.metadata],
    ]);
    expect(server.received[0]?.headers["x-metadata-token-ttl-seconds"]).toBe("21600");
  });

  test("gives a token that may end with a line break", async () => {
    server.replies[METADATA_TOKEN] = [[200, `${canary.metadata}\n`]];
    await get(ecsAgencyKeys({ endpoint: server.url }));
    expect(calls()[1]).toEqual([SECURITY_KEY, canary.metadata]);
  });

  test("is asked for another token before the token expires", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const provider = ecsAgencyKeys({ endpoint: server.url });
    await get(provider);
    vi.advanceTimersByTime(21_600_000 * 0.9);
    await get(provider);
    expect(calls().filter(([call]) => call === METADATA_TOKEN)).toHaveLength(2);
  });

  test.each([404, 405, 503])(
    "is asked without a token when it has none (status %i), for a day",
    async (status) => {
      vi.useFakeTimers({ toFake: ["performance"] });
      server.replies[METADATA_TOKEN] = [[status, "no"]];
      const provider = ecsAgencyKeys({ endpoint: server.url });
      await get(provider);
      await get(provider);
      expect(calls()).toEqual([
        [METADATA_TOKEN, undefined],
        [SECURITY_KEY, undefined],
        [SECURITY_KEY, undefined],
      ]);
      vi.advanceTimersByTime(24 * 3_600_000);
      await get(provider);
      expect(calls()).toHaveLength(5);
    },
  );

  test("gets another token once when the token ended early", async () => {
    server.replies[SECURITY_KEY] = [
      [401, "token expired"],
      [200, keyBody],
    ];
    expect(await get(ecsAgencyKeys({ endpoint: server.url }))).toEqual(key);
    server.replies[SECURITY_KEY] = [[401, "token expired"]];
    await expect(get(ecsAgencyKeys({ endpoint: server.url }))).rejects.toThrow(
      "401: The metadata service of this server returned no key: token expired. Check the agency of the server",
    );
    expect(calls().map(([call]) => call?.slice(0, 3))).toEqual([
      "PUT",
      "GET",
      "PUT",
      "GET",
      "PUT",
      "GET",
      "PUT",
      "GET",
    ]);
  });

  test("without an agency says so at once, and what to do", async () => {
    server.replies[SECURITY_KEY] = [[401, "Please configure Cloud Service Agency first"]];
    await expect(get(ecsAgencyKeys({ endpoint: server.url }))).rejects.toThrow(
      "401: No agency is attached to this server: Please configure Cloud Service Agency first. Attach one in the ECS console, with the permission workspace:images:list",
    );
    expect(server.received).toHaveLength(2);
    server.replies[SECURITY_KEY] = [[403, "Please configure Cloud Service Agency first"]];
    await expect(get(ecsAgencyKeys({ endpoint: server.url }))).rejects.toThrow("returned no key");
  });

  test("that refuses a token says so", async () => {
    server.replies[METADATA_TOKEN] = [
      [200, "two words"],
      [403, "forwarded"],
    ];
    await expect(get(ecsAgencyKeys({ endpoint: server.url }))).rejects.toThrow(
      "200: The metadata service of this server issued no metadata token: two words. Try again later",
    );
    await expect(get(ecsAgencyKeys({ endpoint: server.url }))).rejects.toThrow(
      "403: The metadata service of this server issued no metadata token: forwarded. Try again later",
    );
  });

  test.each(["true", "TRUE", " true "])("is not asked when it is turned off (%o)", async (value) => {
    const provider = ecsAgencyKeys({
      endpoint: server.url,
      env: { HUAWEICLOUD_SDK_METADATA_DISABLED: value },
    });
    await expect(get(provider)).rejects.toThrow("turned off by HUAWEICLOUD_SDK_METADATA_DISABLED");
    expect(server.received).toEqual([]);
  });

  test("is never contacted by these tests", async () => {
    await expect(get(ecsAgencyKeys({ env: {} }))).rejects.toThrow(
      "The metadata service of this server cannot be reached: A test must not contact the metadata of a server",
    );
  });
});

describe("what is sent", () => {
  test("to the pod identity agent", async () => {
    await get(
      podIdentityKeys({
        env: {
          HC_CONTAINER_CREDENTIALS_FULL_URI: `${server.url}/v1/credentials?pod=1`,
          HC_CONTAINER_AUTHORIZATION_TOKEN_FILE: tokenFile,
        },
      }),
    );
    const [{ headers, body } = expect.fail()] = server.received;
    expect(headers).toMatchObject({ authorization: canary.idToken, "content-type": "application/json" });
    expect(body).toBe("{}");
  });

  test("to the pod identity agent with a scheme, whose token is masked on its own", async () => {
    await writeFile(tokenFile, `Bearer  ${canary.idToken}`);
    server.replies[POD] = [[403, `Bearer is not for "${canary.idToken}"`]];
    const provider = podIdentityKeys({ uri: `${server.url}/v1/credentials?pod=1`, tokenFile });
    const error = await get(provider).catch((reason: unknown) => reason);
    expect(server.received[0]?.headers["authorization"]).toBe(`Bearer  ${canary.idToken}`);
    expect(String(error)).toContain(': Bearer is not for "***". Check');
  });

  test("to the metadata: no type of content, because there is none", async () => {
    await get(ecsAgencyKeys({ endpoint: server.url }));
    for (const { headers, body } of server.received) {
      expect(headers).not.toHaveProperty("content-type");
      expect(body).toBe("");
    }
  });

  const oidc = {
    HUAWEICLOUD_OIDC_PROVIDER_URN: urns.providerUrn,
    HUAWEICLOUD_OIDC_AGENCY_URN: urns.agencyUrn,
  };
  const defaults = {
    provider_urn: urns.providerUrn,
    agency_urn: urns.agencyUrn,
    agency_session_name: "oidc-sts-session",
    id_token: canary.idToken,
    duration_seconds: 3600,
  };

  test("to STS by default, not signed", async () => {
    await get(
      oidcAgencyKeys({
        env: { ...oidc, HUAWEICLOUD_OIDC_TOKEN_FILE: tokenFile, HUAWEICLOUD_SDK_STS_ENDPOINT: server.url },
      }),
    );
    const [{ headers, body } = expect.fail()] = server.received;
    expect(headers).not.toHaveProperty("authorization");
    expect(JSON.parse(body)).toEqual(defaults);
  });

  test("to STS with every variable", async () => {
    await get(
      oidcAgencyKeys({
        env: {
          ...oidc,
          HUAWEICLOUD_OIDC_ID_TOKEN: "canary.other",
          HUAWEICLOUD_OIDC_TOKEN_FILE: tokenFile,
          HUAWEICLOUD_OIDC_SESSION_NAME: "session",
          HUAWEICLOUD_OIDC_DURATION_SECONDS: "900",
          HUAWEICLOUD_OIDC_POLICY: '{"Version":"5.0"}',
          HUAWEICLOUD_OIDC_POLICY_IDS: "one, two,,",
          HUAWEICLOUD_SDK_STS_ENDPOINT: server.url,
        },
      }),
    );
    expect(JSON.parse(server.received[0]?.body ?? "")).toEqual({
      ...defaults,
      agency_session_name: "session",
      id_token: "canary.other",
      duration_seconds: 900,
      policy: '{"Version":"5.0"}',
      policy_ids: ["one", "two"],
    });
  });

  test("to STS with a token from a function, asked each time", async () => {
    let count = 0;
    const provider = oidcAgencyKeys({
      ...urns,
      stsEndpoint: server.url,
      idToken: async () => `token-${++count}`,
      env: {},
    });
    await get(provider);
    await get(provider);
    expect(server.received.map(({ body }) => JSON.parse(body).id_token)).toEqual(["token-1", "token-2"]);
    for (const idToken of [() => "canary canary", "'canary'", () => undefined as never]) {
      const invalid = oidcAgencyKeys({ ...urns, stsEndpoint: server.url, idToken, env: {} });
      const error = await get(invalid).catch((reason: unknown) => reason);
      expect(error).toMatchObject({
        code: "INVALID_INPUT",
        field: "idToken",
        message: "The ID token must be a string without spaces, line breaks or quotation marks around it",
      });
      expectNoSecret(error);
    }
    expect(server.received).toHaveLength(2);
  });

  test("to STS with a token from a function, which can be told to stop", async () => {
    const { signal } = new AbortController();
    const idToken = vi.fn(() => "token");
    await get(oidcAgencyKeys({ ...urns, stsEndpoint: `${server.url}//`, idToken, env: {} }), signal);
    expect(idToken).toHaveBeenCalledWith({ signal });
  });

  test("to IAM: the ID token, then the token that it issued", async () => {
    await get(
      identityProviderKeys({
        env: {
          HUAWEICLOUD_SDK_IDP_ID: "idp",
          HUAWEICLOUD_SDK_ID_TOKEN_FILE: tokenFile,
          HUAWEICLOUD_SDK_IAM_ENDPOINT: `${server.url}/v3`,
        },
      }),
    );
    expect(
      server.received.map(({ call, headers, body }) => [call, headers["x-idp-id"], JSON.parse(body)]),
    ).toEqual([
      [ID_TOKENS, "idp", { auth: { id_token: { id: canary.idToken } } }],
      [
        SECURITY_TOKENS,
        undefined,
        { auth: { identity: { methods: ["token"], token: { id: canary.token, duration_seconds: 21_600 } } } },
      ],
    ]);
  });

  test("to IAM ends when it issues no token", async () => {
    server.replies[ID_TOKENS] = [[201, { token: {} }]];
    const provider = identityProviderKeys({ idpId: "idp", tokenFile, iamEndpoint: `${server.url}//` });
    await expect(get(provider)).rejects.toMatchObject({
      message: expect.stringContaining("IAM sent no X-Subject-Token"),
      reason: "incomplete",
    });
    server.replies[ID_TOKENS] = [[400, "bad"]];
    await expect(get(provider)).rejects.toThrow("Check the ID of the identity provider");
    server.replies[ID_TOKENS] = [[403, { error_code: "IAM.0001", error_msg: `not ${canary.idToken}` }]];
    const error = await get(provider).catch((reason: unknown) => reason);
    expect(String(error)).toContain(`403 IAM.0001: IAM refused the ID token in ${tokenFile}: not ***.`);
    expectNoSecret(error);
    expect(server.received).toHaveLength(3);
  });
});

describe("an address", () => {
  /** Where the provider sends its first request to. */
  async function addressFor(create: () => AccessKeyProvider): Promise<string> {
    const sent: string[] = [];
    vi.stubGlobal("fetch", async (url: string) => {
      sent.push(url);
      throw new TypeError("not sent");
    });
    await get(create()).catch(() => {});
    vi.unstubAllGlobals();
    return sent.map((url) => new URL(url).origin).join();
  }

  test.each([
    ["cn-south-1", "https://sts.cn-south-1.myhuaweicloud.com"],
    ["ap-southeast-3", "https://sts.ap-southeast-3.myhuaweicloud.com"],
    ["eu-west-101", "https://sts.cn-north-4.myhuaweicloud.com"],
    ["", "https://sts.cn-north-4.myhuaweicloud.com"],
  ])("of STS for the region %o is %s", async (region, expected) => {
    const env = { HW_REGION_NAME: region };
    expect(await addressFor(() => oidcAgencyKeys({ ...urns, tokenFile, env }))).toBe(expected);
  });

  test.each([
    ["eu-west-101", "https://iam.eu-west-101.myhuaweicloud.eu"],
    ["cn-north-4", "https://iam.myhuaweicloud.com"],
  ])("of IAM for the region %s is %s", async (region, expected) => {
    const env = { HW_REGION_NAME: region };
    expect(await addressFor(() => identityProviderKeys({ idpId: "idp", tokenFile, env }))).toBe(expected);
  });

  test("may lack its scheme, as the SDKs allow", async () => {
    const env = { HUAWEICLOUD_SDK_STS_ENDPOINT: "sts.example.com" };
    expect(await addressFor(() => oidcAgencyKeys({ ...urns, tokenFile, env }))).toBe(
      "https://sts.example.com",
    );
  });

  test("of the metadata is that of every server", async () => {
    expect(await addressFor(() => ecsAgencyKeys({ env: {} }))).toBe("http://169.254.169.254");
  });

  test.each<[string, (url: string) => AccessKeyProvider]>([
    ["endpoint", (endpoint) => ecsAgencyKeys({ endpoint })],
    ["uri", (uri) => podIdentityKeys({ uri, tokenFile })],
    ["stsEndpoint", (stsEndpoint) => oidcAgencyKeys({ ...urns, tokenFile, stsEndpoint })],
    ["iamEndpoint", (iamEndpoint) => identityProviderKeys({ idpId: "idp", tokenFile, iamEndpoint })],
    [
      "HC_CONTAINER_CREDENTIALS_FULL_URI",
      (uri) => podIdentityKeys({ tokenFile, env: { HC_CONTAINER_CREDENTIALS_FULL_URI: uri } }),
    ],
  ])("in %s must not be in the clear, except on this machine", (name, create) => {
    expect(() => create("http://169.254.169.253/canary")).toThrow(
      `${name} is http, which exposes the credentials`,
    );
    expect(() => create("http://example.com")).toThrow(`${name} is http`);
    for (const url of ["ftp://example.com", "x-https://example.com", "https://"])
      expect(() => create(url)).toThrow(`${name} is not a valid http or https URL`);
    for (const url of ["https://user:canary@a.test", "https://user@a.test", "https://:canary@a.test"])
      expect(() => create(url)).toThrow(`${name} must not have credentials`);
    for (const url of ["https://example.com", "http://127.0.0.1:1", "http://[::1]:1", "http://localhost:1"])
      create(url);
  });
});

test.each([
  [
    () => podIdentityKeys({ env: {} }),
    "uri is missing or empty. Pass it, or set HC_CONTAINER_CREDENTIALS_FULL_URI",
  ],
  [
    () => podIdentityKeys({ uri: "http://localhost", env: {} }),
    "tokenFile is missing or empty. Pass it, or set HC_CONTAINER_AUTHORIZATION_TOKEN_FILE",
  ],
  [() => oidcAgencyKeys({ env: {} }), "providerUrn is missing"],
  [() => oidcAgencyKeys({ providerUrn: "p", env: {} }), "agencyUrn is missing"],
  [
    () => oidcAgencyKeys({ ...urns, env: {} }),
    "tokenFile is missing or empty. Pass it, or set HUAWEICLOUD_OIDC_TOKEN_FILE",
  ],
  [
    () => oidcAgencyKeys({ ...urns, idToken: "t", env: { HUAWEICLOUD_OIDC_DURATION_SECONDS: "1h" } }),
    "HUAWEICLOUD_OIDC_DURATION_SECONDS must be a number of seconds",
  ],
  [
    () => oidcAgencyKeys({ ...urns, idToken: "t", env: { HUAWEICLOUD_OIDC_DURATION_SECONDS: "h1" } }),
    "HUAWEICLOUD_OIDC_DURATION_SECONDS must be a number of seconds",
  ],
  [() => identityProviderKeys({ env: {} }), "idpId is missing"],
  [
    () => identityProviderKeys({ idpId: "a\nb", tokenFile: "t", env: {} }),
    "idpId must be a string without spaces",
  ],
  [() => identityProviderKeys({ idpId: "p", env: {} }), "tokenFile is missing"],
])("what is missing or invalid is an InputError at once: %#", (create, message) => {
  expect(create).toThrow(InputError);
  expect(create).toThrow(message);
});
