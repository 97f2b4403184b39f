import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createImagesClient, InputError } from "../../src/index.ts";
import { type LoadConfigOptions, loadConfig } from "../../src/node.ts";
import {
  canary,
  EXPIRY,
  redirectMetadata,
  type SourceServer,
  startSourceServer,
} from "../providers/source-server.ts";

const keyBody = (access: string) => ({
  credential: { access, secret: canary.secret, securitytoken: canary.security, expires_at: EXPIRY },
});

let folder: string;
let tokenFile: string;
let server: SourceServer;
let nowhere: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "chain-"));
  tokenFile = join(folder, "token");
  await writeFile(tokenFile, canary.idToken);
  await mkdir(join(folder, "home", ".huaweicloud"), { recursive: true });
  await mkdir(join(folder, "empty"));
  await writeFile(
    join(folder, "home", ".huaweicloud", "credentials"),
    "[basic]\nak = HOMEKEY\nsk = canary-home\n",
    {
      mode: 0o600,
    },
  );
  await writeFile(join(folder, "named"), "[basic]\nak = NAMEDKEY\nsk = canary-named\n", { mode: 0o600 });
  const gone = await startSourceServer();
  nowhere = gone.url;
  await gone[Symbol.asyncDispose]();
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  server = await startSourceServer({
    "PUT /meta-data/latest/api/token": [[200, canary.metadata]],
    "GET /openstack/latest/securitykey": [[200, keyBody("SERVERKEY")]],
    "GET /openstack/latest/meta_data.json": [[200, { region_id: "cn-east-3", project_id: "server-project" }]],
    "POST /pod": [[200, keyBody("PODKEY")]],
    "POST /v5/agencies/assume-with-oidc": [[200, keyBody("STSKEY")]],
    "POST /v3.0/OS-AUTH/id-token/tokens": [[201, {}, { "X-Subject-Token": canary.token }]],
    "POST /v3.0/OS-CREDENTIAL/securitytokens": [[201, keyBody("IAMKEY")]],
  });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await server[Symbol.asyncDispose]();
});

/** The sources in order of precedence: the variables of each, its key, and what `sources` says. */
const chain = [
  {
    name: "STS",
    env: () => ({
      HUAWEICLOUD_OIDC_PROVIDER_URN: "provider",
      HUAWEICLOUD_OIDC_AGENCY_URN: "agency",
      HUAWEICLOUD_OIDC_TOKEN_FILE: tokenFile,
    }),
    key: "STSKEY",
    auth: () => "HUAWEICLOUD_OIDC_PROVIDER_URN, HUAWEICLOUD_OIDC_AGENCY_URN, HUAWEICLOUD_OIDC_TOKEN_FILE",
  },
  {
    name: "IAM",
    env: () => ({ HUAWEICLOUD_SDK_IDP_ID: "idp", HUAWEICLOUD_SDK_ID_TOKEN_FILE: tokenFile }),
    key: "IAMKEY",
    auth: () => "HUAWEICLOUD_SDK_IDP_ID, HUAWEICLOUD_SDK_ID_TOKEN_FILE",
  },
  {
    name: "SDK",
    env: () => ({ HUAWEICLOUD_SDK_AK: "SDKKEY", HUAWEICLOUD_SDK_SK: "canary-sdk" }),
    key: "SDKKEY",
    auth: () => "HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK",
  },
  {
    name: "named file",
    env: () => ({ HUAWEICLOUD_SDK_CREDENTIALS_FILE: join(folder, "named") }),
    key: "NAMEDKEY",
    auth: () => `ak, sk in section [basic] of ${join(folder, "named")}`,
  },
  {
    name: "Terraform",
    env: () => ({ HW_ACCESS_KEY: "HWKEY", HW_SECRET_KEY: "canary-hw" }),
    key: "HWKEY",
    auth: () => "HW_ACCESS_KEY, HW_SECRET_KEY",
  },
  {
    name: "home",
    env: () => ({}),
    key: "HOMEKEY",
    auth: () => `ak, sk in section [basic] of ${join(folder, "home", ".huaweicloud", "credentials")}`,
  },
  {
    name: "pod",
    env: () => ({
      HC_CONTAINER_CREDENTIALS_FULL_URI: `${server.url}/pod`,
      HC_CONTAINER_AUTHORIZATION_TOKEN_FILE: tokenFile,
    }),
    key: "PODKEY",
    auth: () => "HC_CONTAINER_CREDENTIALS_FULL_URI, HC_CONTAINER_AUTHORIZATION_TOKEN_FILE",
  },
  { name: "metadata", env: () => ({}), key: "SERVERKEY", auth: () => "the metadata of this server" },
];

const endpoints = () => ({
  HUAWEICLOUD_SDK_STS_ENDPOINT: server.url,
  HUAWEICLOUD_SDK_IAM_ENDPOINT: server.url,
});

function load(env: Record<string, string | undefined>, options: LoadConfigOptions = {}) {
  return loadConfig({ env: { ...endpoints(), ...env }, home: join(folder, "empty"), ...options });
}

/** The access key that a request of a client with the configuration is signed with. */
async function signedWith(config: Awaited<ReturnType<typeof loadConfig>>): Promise<string | undefined> {
  let authorization = "";
  const client = createImagesClient({
    region: "cn-north-4",
    projectId: "p",
    ...config,
    fetch: async (input) => {
      authorization = new Request(input).headers.get("Authorization") ?? "";
      return Response.json({ images: [] });
    },
  });
  await client.list();
  return /Access=(\w+)/.exec(authorization)?.[1];
}

const subsets = Array.from({ length: 2 ** chain.length }, (_, bits) =>
  chain.filter((_one, index) => bits & (1 << index)),
);

test.each(subsets.map((present) => [present.map(({ name }) => name).join(", ") || "none", present] as const))(
  "of the sources %s, the first one is used",
  async (_names, present) => {
    const has = (name: string) => present.some((one) => one.name === name);
    redirectMetadata(has("metadata") ? server.url : nowhere);
    const env = Object.assign({}, ...present.map((one) => one.env()));
    const home = join(folder, has("home") ? "home" : "empty");
    const [first] = present;
    const loading = load(env, { home });
    if (!first) {
      await expect(loading).rejects.toThrow(
        /^No credentials found\. Looked for:(\n- .*: (not set|no such file)){9}\n- the metadata of this server: cannot be reached: /,
      );
      return;
    }
    const config = await loading;
    expect(config.sources.auth).toBe(first.auth());
    expect(await signedWith(config)).toBe(first.key);
    const asked = server.received.some(({ call }) => call.includes("securitykey"));
    expect(asked).toBe(first.name === "metadata");
    expect(config.warnings.join()).not.toContain("HC_CONTAINER"); // CCE sets them, not the user.
    expect(inspect(config, { depth: Infinity, showHidden: true }) + JSON.stringify(config)).not.toContain(
      "canary",
    );
  },
);

/** A part of each source that consists of several. */
const parts = [
  ...[
    "PROVIDER_URN",
    "AGENCY_URN",
    "TOKEN_FILE",
    "ID_TOKEN",
    "SESSION_NAME",
    "DURATION_SECONDS",
    "POLICY",
    "POLICY_IDS",
  ].map((name) => `HUAWEICLOUD_OIDC_${name}`),
  "HUAWEICLOUD_SDK_IDP_ID",
  "HUAWEICLOUD_SDK_ID_TOKEN_FILE",
  "HUAWEICLOUD_SDK_AK",
  "HUAWEICLOUD_SDK_SECURITY_TOKEN",
  "HW_ACCESS_KEY",
  "HW_USER_NAME",
  "HC_CONTAINER_CREDENTIALS_FULL_URI",
  "HC_CONTAINER_AUTHORIZATION_TOKEN_FILE",
];

test.each(parts)("%s alone is an error, never a silent fall to the next source", async (name) => {
  redirectMetadata(server.url);
  const error = await load({ [name]: "canary" }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InputError);
  expect(String(error)).toContain(`Incomplete credentials in the environment: ${name} is set, but `);
  expect(String(error)).not.toContain("canary");
  expect(server.received).toEqual([]);
});

describe("a file", () => {
  test("may name an identity provider, which takes precedence over its access key", async () => {
    const path = join(folder, "federated");
    await writeFile(
      path,
      `[basic]\nidp_id = idp\nid_token_file = ${tokenFile}\niam_endpoint = ${server.url}\nak = FILEKEY\nsk = canary\n`,
      { mode: 0o600 },
    );
    const env = { HUAWEICLOUD_SDK_CREDENTIALS_FILE: path };
    const config = await load({ ...env, HUAWEICLOUD_SDK_IAM_ENDPOINT: "" });
    expect(config.sources.auth).toBe(`idp_id, id_token_file in section [basic] of ${path}`);
    expect(await signedWith(config)).toBe("IAMKEY");
    await writeFile(path, "[basic]\nidp_id = idp\nak = FILEKEY\nsk = canary\n");
    await expect(load(env)).rejects.toThrow(
      `section [basic] of ${path}: idp_id is set, but id_token_file is not.`,
    );
  });
});

describe("the metadata of a server", () => {
  test("gives the region and the project when nothing else says them", async () => {
    redirectMetadata(server.url);
    expect(await load({})).toMatchObject({
      region: "cn-east-3",
      projectId: "server-project",
      sources: { region: "the metadata of this server", projectId: "the metadata of this server" },
      warnings: [],
    });
  });

  test.each([
    [
      { HW_REGION_NAME: "cn-east-3", HUAWEICLOUD_SDK_PROJECT_ID: "mine" },
      { region: "cn-east-3", projectId: "mine" },
    ],
    [
      { HW_REGION_NAME: "cn-east-3", HW_PROJECT_ID: "mine" },
      { region: "cn-east-3", projectId: "mine" },
    ],
    [
      { HUAWEICLOUD_SDK_REGION_WORKSPACE_CN_EAST_3: "east.example.com" },
      { region: "cn-east-3", endpoint: "https://east.example.com", projectId: "server-project" },
    ],
    [
      {
        HUAWEICLOUD_SDK_REGION_WORKSPACE_CN_EAST_3: "east.example.com",
        HUAWEICLOUD_SDK_REGION_WORKSPACE_CN_NORTH_4: "north.example.com",
      },
      { region: "cn-east-3", endpoint: "https://east.example.com" },
    ],
  ])("leaves what %o say", async (env, expected) => {
    redirectMetadata(server.url);
    expect(await load(env)).toMatchObject(expected);
  });

  test("gives no project for another region", async () => {
    redirectMetadata(server.url);
    const config = await load({ HW_REGION_NAME: "cn-north-4" });
    expect(config.region).toBe("cn-north-4");
    expect(config.projectId).toBeUndefined();
  });

  test.each([
    [[404, "none"]],
    [[200, "<html>"]],
    [[200, { region_id: 3, project_id: "../x" }]],
    [[200, { region_id: "x y", project_id: "p" }]],
    [[200, { region_id: ".cn-east-3", project_id: "p" }]],
    [[200, { region_id: "cn-east-3.", project_id: "p" }]],
    [[200, { region_id: ["cn-east-3"], project_id: "p" }]],
  ] as const)("gives the key, but no region when it says %o", async (reply) => {
    redirectMetadata(server.url);
    server.replies["GET /openstack/latest/meta_data.json"] = [reply];
    const config = await load({});
    expect(config).not.toHaveProperty("region");
    expect(config).not.toHaveProperty("projectId");
    expect(await signedWith(config)).toBe("SERVERKEY");
  });

  test.each(["/p", "p/", "p".repeat(65), ["p"]])("gives no project when it says %o", async (project_id) => {
    redirectMetadata(server.url);
    server.replies["GET /openstack/latest/meta_data.json"] = [[200, { region_id: "cn-east-3", project_id }]];
    const config = await load({});
    expect(config.region).toBe("cn-east-3");
    expect(config).not.toHaveProperty("projectId");
  });

  test("is asked for the key once, when the configuration is loaded", async () => {
    redirectMetadata(server.url);
    await signedWith(await load({}));
    expect(server.received.map(({ call }) => call)).toEqual([
      "PUT /meta-data/latest/api/token",
      "GET /openstack/latest/securitykey",
      "GET /openstack/latest/meta_data.json",
    ]);
  });

  test("is asked again when the key has expired before the first call", async () => {
    redirectMetadata(server.url);
    const soon = {
      ...keyBody("SOONKEY").credential,
      expires_at: new Date(Date.now() + 60_000).toISOString(),
    };
    server.replies["GET /openstack/latest/securitykey"] = [
      [200, soon],
      [200, keyBody("NEXTKEY")],
    ];
    const config = await load({});
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 120_000 });
    expect(await signedWith(config)).toBe("NEXTKEY");
  });

  test.each<[string, SourceServer["replies"][string], string]>([
    [
      "has no agency",
      [[401, "Please configure Cloud Service Agency first"]],
      "401: No agency is attached to this server: Please configure Cloud Service Agency first. Attach one in the ECS console, with the permission workspace:images:list",
    ],
    ["sends garbage", [[200, "<html>"]], "sent no JSON object"],
    ["fails", [[500, ""]], "500: failed. Try again later"],
  ])("that %s is the last line of the error", async (_name, replies, line) => {
    redirectMetadata(server.url);
    server.replies["GET /openstack/latest/securitykey"] = replies;
    const error = await load({}).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message.split("\n- ").at(-1)).toBe(`the metadata of this server: ${line}`);
  });

  test("that does not respond is waited for 800 ms, all requests together", async () => {
    redirectMetadata(server.url);
    server.replies["GET /openstack/latest/securitykey"] = [() => {}];
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const failing = load({}).catch((error: Error) => error.message.split("\n- ").at(-1));
    while (server.received.length < 2) await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(800);
    expect(await failing).toBe("the metadata of this server: no response within 800 ms");
  });

  test("is not asked when it is turned off", async () => {
    redirectMetadata(server.url);
    await expect(load({ HUAWEICLOUD_SDK_METADATA_DISABLED: "true" })).rejects.toThrow(
      /\n- the metadata of this server: turned off by HUAWEICLOUD_SDK_METADATA_DISABLED$/,
    );
    expect(server.received).toEqual([]);
  });
});

test("STS of the region of the options is asked", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(new URL(url).host);
    throw new TypeError("not sent");
  });
  const env = { ...chain[0]?.env(), HUAWEICLOUD_SDK_STS_ENDPOINT: "", HW_REGION_NAME: "cn-north-4" };
  const config = await load(env, { region: "cn-south-1" });
  await signedWith(config).catch(() => {});
  expect(asked).toEqual(["sts.cn-south-1.myhuaweicloud.com"]);
});
