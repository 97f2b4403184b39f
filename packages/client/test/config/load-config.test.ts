import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createImagesClient } from "../../src/images-client.ts";
import { InputError } from "../../src/index.ts";
import { type LoadConfigOptions, type LoadedConfig, loadConfig } from "../../src/node.ts";

/** Values that must stay inside the credentials. */
const canary = {
  sdkSecret: "canary-sdk-secret",
  sdkSecurity: "canary-sdk-security",
  secret: "canary-hw-secret",
  security: "canary-hw-security",
  token: "canary-hw-token",
  password: "canary-hw-password",
  fileSecret: "canary-file-secret",
  fileSecurity: "canary-file-security",
};

const sdkKey = { HUAWEICLOUD_SDK_AK: "SDKAK", HUAWEICLOUD_SDK_SK: canary.sdkSecret };
const hwKey = { HW_ACCESS_KEY: "HWAK", HW_SECRET_KEY: canary.secret };
const hwUser = { HW_USER_NAME: "ann", HW_USER_PASSWORD: canary.password, HW_DOMAIN_NAME: "acme" };
const fileKey = `[basic]\nak = FILEAK\nsk = ${canary.fileSecret}\n`;

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "load-config-"));
});
afterEach(() => rm(home, { recursive: true }));

async function writeCredentials(text: string, mode = 0o600): Promise<string> {
  const path = join(home, ".huaweicloud", "credentials");
  await mkdir(join(home, ".huaweicloud"), { recursive: true });
  await writeFile(path, text);
  await chmod(path, mode);
  return path;
}

const load = (env: LoadConfigOptions["env"] = {}, options: LoadConfigOptions = {}) =>
  loadConfig({ env, home, ...options });

async function failureOf(env: LoadConfigOptions["env"]): Promise<InputError> {
  const error = await load(env).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InputError);
  return error as InputError;
}

/** The requests that a client with the configuration sends, with their bodies. */
async function sentWith(config: LoadedConfig) {
  const sent: { url: string; headers: Headers; body: string }[] = [];
  const client = createImagesClient({
    region: "cn-north-4",
    projectId: "p",
    ...config,
    async fetch(input) {
      const request = new Request(input);
      sent.push({ url: request.url, headers: request.headers, body: await request.text() });
      if (request.method === "GET") return Response.json({ images: [] });
      const token = { issued_at: "2026-01-01T00:00:00.000000Z", expires_at: "2026-01-02T00:00:00.000000Z" };
      return Response.json({ token }, { status: 201, headers: { "X-Subject-Token": "issued" } });
    },
  });
  await client.list();
  return sent;
}

async function accessKeyOf(config: LoadedConfig): Promise<string | undefined> {
  const [request] = await sentWith(config);
  return /Access=(\w+)/.exec(request?.headers.get("Authorization") ?? "")?.[1];
}

describe("precedence", () => {
  it("HUAWEICLOUD_SDK_ variables take precedence over HW_ variables and the file", async () => {
    await writeCredentials(fileKey);
    const config = await load({ ...sdkKey, ...hwKey, HW_AUTH_TOKEN: canary.token });
    expect(await accessKeyOf(config)).toBe("SDKAK");
    expect(config.sources.auth).toBe("HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK");
  });

  it("HW_ variables take precedence over the file in the home folder", async () => {
    await writeCredentials(fileKey);
    expect(await accessKeyOf(await load(hwKey))).toBe("HWAK");
  });

  it("the file is used when no variable contains a part of a credential", async () => {
    const path = await writeCredentials(fileKey);
    const config = await load({ HW_DOMAIN_NAME: "acme", HW_REGION_NAME: "cn-east-3" });
    expect(await accessKeyOf(config)).toBe("FILEAK");
    expect(config.sources.auth).toBe(`ak, sk in section [basic] of ${path}`);
  });

  it("a named file takes precedence over HW_ variables and replaces the one in the home folder", async () => {
    await writeCredentials(fileKey);
    const path = join(home, "other");
    await writeFile(path, fileKey.replace("FILEAK", "OTHERAK"), { mode: 0o600 });
    const named = { HUAWEICLOUD_SDK_CREDENTIALS_FILE: path };
    expect(await accessKeyOf(await load({ ...named, ...hwKey }))).toBe("OTHERAK");
    expect(await accessKeyOf(await load({ ...named, ...sdkKey }))).toBe("SDKAK");
  });

  it("of HW_ variables, the token is used first, then the access key, then the password", async () => {
    const all = { ...hwKey, ...hwUser, HW_AUTH_TOKEN: canary.token };
    const [withToken] = await sentWith(await load(all));
    expect(withToken?.headers.get("X-Auth-Token")).toBe(canary.token);
    expect(await accessKeyOf(await load({ ...hwKey, ...hwUser }))).toBe("HWAK");
    const [signIn, list] = await sentWith(await load(hwUser));
    expect(JSON.parse(signIn?.body ?? "").auth.identity.password.user).toEqual({
      name: "ann",
      password: canary.password,
      domain: { name: "acme" },
    });
    expect(list?.headers.get("X-Auth-Token")).toBe("issued");
  });

  it("uses a security token of the same source only", async () => {
    const [plain] = await sentWith(await load({ ...sdkKey, HW_SECURITY_TOKEN: canary.security }));
    expect(plain?.headers.get("X-Security-Token")).toBeNull();
    const own = { HUAWEICLOUD_SDK_SECURITY_TOKEN: canary.sdkSecurity };
    const [temporary] = await sentWith(await load({ ...sdkKey, ...own }));
    expect(temporary?.headers.get("X-Security-Token")).toBe(canary.sdkSecurity);
    const [ofHw] = await sentWith(await load({ ...hwKey, HW_SECURITY_TOKEN: canary.security }));
    expect(ofHw?.headers.get("X-Security-Token")).toBe(canary.security);
  });

  it("an empty variable counts as absent", async () => {
    await writeCredentials(fileKey);
    const config = await load({ HUAWEICLOUD_SDK_AK: "", HW_AUTH_TOKEN: "", HUAWEICLOUD_SDK_PROJECT_ID: "" });
    expect(await accessKeyOf(config)).toBe("FILEAK");
    expect(Object.keys(config)).not.toContain("projectId");
  });

  it("reads the environment and the home folder by default", async () => {
    await writeCredentials(fileKey);
    for (const name of [...Object.keys({ ...sdkKey, ...hwKey, ...hwUser }), "HW_AUTH_TOKEN"])
      vi.stubEnv(name, "");
    vi.stubEnv("HOME", home);
    vi.stubEnv("USERPROFILE", home);
    vi.stubEnv("HW_REGION_NAME", "cn-east-3");
    try {
      const config = await loadConfig();
      expect(await accessKeyOf(config)).toBe("FILEAK");
      expect(config.region).toBe("cn-east-3");
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

describe("settings", () => {
  it("come from the source of the credentials, and say so", async () => {
    const config = await load({
      ...hwKey,
      HW_REGION_NAME: "cn-east-3",
      HW_PROJECT_ID: "hw-project",
      HW_AUTH_URL: "https://iam.cn-east-3.myhuaweicloud.com/v3/",
      HUAWEICLOUD_SDK_PROJECT_ID: "sdk-project",
      HUAWEICLOUD_SDK_IAM_ENDPOINT: "iam.example.com",
    });
    expect(config).toMatchObject({
      region: "cn-east-3",
      projectId: "hw-project",
      iamEndpoint: "https://iam.cn-east-3.myhuaweicloud.com",
      sources: {
        auth: "HW_ACCESS_KEY, HW_SECRET_KEY",
        region: "HW_REGION_NAME",
        projectId: "HW_PROJECT_ID",
        iamEndpoint: "HW_AUTH_URL",
      },
    });
    expect(config.warnings).toEqual([
      "Not used, because other variables take precedence: HUAWEICLOUD_SDK_PROJECT_ID, HUAWEICLOUD_SDK_IAM_ENDPOINT",
    ]);
  });

  it.each([
    ["https://iam.cn-east-3.myhuaweicloud.com/v3", "https://iam.cn-east-3.myhuaweicloud.com"],
    ["https://proxy.example/v3/iam", "https://proxy.example/v3/iam"],
  ])("turn the IAM URL %s into %s", async (given, address) => {
    expect((await load({ ...hwKey, HW_AUTH_URL: given })).iamEndpoint).toBe(address);
  });

  it("of HUAWEICLOUD_SDK_ variables take precedence over those of the file", async () => {
    const path = await writeCredentials(
      `${fileKey}project_id = file-project\niam_endpoint = iam.file.example.com\n`,
    );
    expect(await load()).toMatchObject({
      projectId: "file-project",
      iamEndpoint: "https://iam.file.example.com",
      sources: { projectId: `project_id in section [basic] of ${path}` },
      warnings: [],
    });
    const variables = {
      HUAWEICLOUD_SDK_PROJECT_ID: "sdk-project",
      HUAWEICLOUD_SDK_IAM_ENDPOINT: "http://127.0.0.1:1",
    };
    expect(await load(variables)).toMatchObject({
      projectId: "sdk-project",
      iamEndpoint: "http://127.0.0.1:1",
      sources: { projectId: "HUAWEICLOUD_SDK_PROJECT_ID", iamEndpoint: "HUAWEICLOUD_SDK_IAM_ENDPOINT" },
      warnings: [],
    });
  });

  it("that were not found are absent, so that spreading them overwrites nothing", async () => {
    const config = await load(sdkKey);
    expect(Object.keys(config).sort()).toEqual(["auth", "sources", "warnings"]);
    const [request] = await sentWith(config);
    expect(request?.url).toBe("https://workspace.cn-north-4.myhuaweicloud.com/v2/p/images");
  });

  it("contain the region of the option rather than HW_REGION_NAME", async () => {
    const config = await load({ ...sdkKey, HW_REGION_NAME: "cn-east-3" }, { region: "ap-southeast-1" });
    expect(config.region).toBe("ap-southeast-1");
    expect(config.sources.region).toBe("options.region");
  });

  it("do not contain HW_PROJECT_ID when HW_REGION_NAME is not the region of the option", async () => {
    const variables = { ...hwKey, HW_REGION_NAME: "cn-east-3", HW_PROJECT_ID: "p3" };
    const other = await load(variables, { region: "ap-southeast-1" });
    expect(other.projectId).toBeUndefined();
    expect(other.warnings).toEqual([
      "HW_PROJECT_ID is not used: its project belongs to the region in HW_REGION_NAME",
    ]);
    expect((await load(variables, { region: "cn-east-3" })).projectId).toBe("p3");
    const { HW_PROJECT_ID: _id, ...withoutProject } = variables;
    expect((await load(withoutProject, { region: "ap-southeast-1" })).warnings).toEqual([]);
    const { HW_REGION_NAME: _, ...withoutRegion } = variables;
    expect((await load(withoutRegion, { region: "ap-southeast-1" })).projectId).toBe("p3");
  });

  it("contain the project of another source than HW_ variables, whatever HW_REGION_NAME is", async () => {
    const variables = { ...sdkKey, HUAWEICLOUD_SDK_PROJECT_ID: "p1", HW_REGION_NAME: "cn-east-3" };
    const config = await load(variables, { region: "ap-southeast-1" });
    expect(config).toMatchObject({ projectId: "p1" });
  });

  it("contain the URL of Workspace that is set for the region, the first of several", async () => {
    const variables = {
      ...sdkKey,
      HUAWEICLOUD_SDK_REGION_WORKSPACE_CN_NORTH_4: "north.example.com,backup.example.com",
      HUAWEICLOUD_SDK_REGION_WORKSPACE_EU_WEST_101: "https://west.example.com",
    };
    const north = await load(variables, { region: "cn-north-4" });
    expect(north.endpoint).toBe("https://north.example.com");
    expect(north.sources.endpoint).toBe("HUAWEICLOUD_SDK_REGION_WORKSPACE_CN_NORTH_4");
    expect((await load(variables, { region: "eu-west-101" })).endpoint).toBe("https://west.example.com");
    expect((await load(variables, { region: "cn-east-3" })).endpoint).toBeUndefined();
    expect((await load(variables)).endpoint).toBeUndefined();
  });

  it("contain the region of the only URL of Workspace when no region is set", async () => {
    const name = "HUAWEICLOUD_SDK_REGION_WORKSPACE_EU_WEST_101";
    const other = "HUAWEICLOUD_SDK_REGION_WORKSPACE_CN_NORTH_4";
    const config = await load({ ...sdkKey, [other]: "", [name]: "west.example.com" });
    expect(config).toMatchObject({
      region: "eu-west-101",
      endpoint: "https://west.example.com",
      sources: { region: name, endpoint: name },
    });
  });
});

describe("an incomplete credential", () => {
  const cases: [string, Record<string, string>, string][] = [
    [
      "secret key",
      { HUAWEICLOUD_SDK_AK: "SDKAK" },
      "HUAWEICLOUD_SDK_AK is set, but HUAWEICLOUD_SDK_SK is not",
    ],
    [
      "access key",
      { HUAWEICLOUD_SDK_SK: canary.sdkSecret },
      "HUAWEICLOUD_SDK_SK is set, but HUAWEICLOUD_SDK_AK is not",
    ],
    [
      "whole key of a security token",
      { HUAWEICLOUD_SDK_SECURITY_TOKEN: canary.sdkSecurity },
      "HUAWEICLOUD_SDK_SECURITY_TOKEN is set, but HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK are not",
    ],
    ["secret key of HW_", { HW_ACCESS_KEY: "HWAK" }, "HW_ACCESS_KEY is set, but HW_SECRET_KEY is not"],
    ["access key of HW_", { HW_SECRET_KEY: canary.secret }, "HW_SECRET_KEY is set, but HW_ACCESS_KEY is not"],
    [
      "whole key of a security token of HW_",
      { HW_SECURITY_TOKEN: canary.security },
      "HW_SECURITY_TOKEN is set, but HW_ACCESS_KEY, HW_SECRET_KEY are not",
    ],
    [
      "password and account",
      { HW_USER_NAME: "ann" },
      "HW_USER_NAME is set, but HW_USER_PASSWORD, HW_DOMAIN_NAME are not",
    ],
    [
      "user",
      { HW_USER_PASSWORD: canary.password, HW_DOMAIN_NAME: "acme" },
      "HW_USER_PASSWORD, HW_DOMAIN_NAME are set, but HW_USER_NAME is not",
    ],
  ];
  it.each(cases)("without its %s is an InputError that says what is missing", async (_part, env, text) => {
    const error = await failureOf(env);
    expect(error.code).toBe("INVALID_INPUT");
    expect(error.message).toBe(
      `Incomplete credentials in the environment: ${text}. Set all of them or none.`,
    );
  });

  it("in the file is an InputError that names the file", async () => {
    const path = await writeCredentials("[basic]\nak = FILEAK\n");
    expect((await failureOf({})).message).toContain(
      `Incomplete credentials in section [basic] of ${path}: ak is set, but sk is not.`,
    );
  });

  it("is not completed from another source", async () => {
    await writeCredentials(fileKey);
    expect((await failureOf({ HUAWEICLOUD_SDK_AK: "SDKAK", ...hwKey })).message).toContain(
      "HUAWEICLOUD_SDK_SK is not",
    );
    expect((await failureOf({ HW_ACCESS_KEY: "HWAK", ...hwUser })).message).toContain("HW_SECRET_KEY is not");
  });

  it("that is missing altogether is an InputError that lists every source", async () => {
    const { message, field } = await failureOf({ HW_DOMAIN_NAME: "acme" });
    expect(field).toBe("auth");
    const file = `section [basic] of ${join(home, ".huaweicloud", "credentials")}: no such file`;
    expect(message.split("\n- ")).toEqual([
      "No credentials found. Looked for:",
      "HUAWEICLOUD_OIDC_PROVIDER_URN + HUAWEICLOUD_OIDC_AGENCY_URN + (HUAWEICLOUD_OIDC_TOKEN_FILE or HUAWEICLOUD_OIDC_ID_TOKEN) in the environment: not set",
      "HUAWEICLOUD_SDK_IDP_ID + HUAWEICLOUD_SDK_ID_TOKEN_FILE in the environment: not set",
      "HUAWEICLOUD_SDK_AK + HUAWEICLOUD_SDK_SK in the environment: not set",
      "HW_AUTH_TOKEN in the environment: not set",
      "HW_ACCESS_KEY + HW_SECRET_KEY in the environment: not set",
      "HW_USER_NAME + HW_USER_PASSWORD + HW_DOMAIN_NAME in the environment: not set",
      `idp_id + id_token_file in ${file}`,
      `ak + sk in ${file}`,
      "HC_CONTAINER_CREDENTIALS_FULL_URI + HC_CONTAINER_AUTHORIZATION_TOKEN_FILE in the environment: not set",
      "the metadata of this server: cannot be reached: A test must not contact the metadata of a server",
    ]);
  });

  it("in a file that is named but absent is an InputError, whatever else is set", async () => {
    const path = join(home, "absent");
    const { message } = await failureOf({ HUAWEICLOUD_SDK_CREDENTIALS_FILE: path, ...hwKey });
    expect(message).toBe(
      `No credentials in section [basic] of ${path}, which HUAWEICLOUD_SDK_CREDENTIALS_FILE names: no such file. It must contain idp_id + id_token_file, or ak + sk.`,
    );
  });
});

describe("the file", () => {
  it("may contain comments, other sections, CRLF and keys of any case and spacing", async () => {
    await writeCredentials(
      [
        "\uFEFF[global]",
        "ak = GLOBALAK",
        "sk = global",
        "[basic] ",
        "  AK=FILEAK  ",
        "; ak = COMMENT",
        "#ak = COMMENT",
        `security_token = ${canary.fileSecurity}==#;[other]`,
        "project_id = ",
        "iam_endpoint =",
        `sk : ${canary.fileSecret}`,
        "[other]",
        "ak = OTHERAK",
      ].join("\r\n"),
    );
    const config = await load();
    const [request] = await sentWith(config);
    expect(await accessKeyOf(config)).toBe("FILEAK");
    expect(request?.headers.get("X-Security-Token")).toBe(`${canary.fileSecurity}==#;[other]`);
    expect(config).not.toHaveProperty("projectId");
    expect(config).not.toHaveProperty("iamEndpoint");
  });

  it("may start with a byte order mark", async () => {
    await writeCredentials(`\uFEFF${fileKey}`);
    expect(await accessKeyOf(await load())).toBe("FILEAK");
  });

  it("is absent when its folder is a file", async () => {
    await writeFile(join(home, ".huaweicloud"), "");
    expect((await failureOf({})).message).toContain("credentials: no such file");
  });

  it("contains no credentials without a section [basic]", async () => {
    await writeCredentials("[global]\nak = GLOBALAK\nsk = global\n");
    expect((await failureOf({})).message).toMatch(/^No credentials found\./);
  });

  it("that cannot be read is an InputError with the reason", async () => {
    const path = join(home, ".huaweicloud", "credentials");
    await mkdir(path, { recursive: true });
    expect((await failureOf({})).message).toBe(`${path} is not a regular file`);
  });

  it.runIf(process.platform !== "win32").each([0o640, 0o604, 0o620, 0o602])(
    "causes a warning with mode %o",
    async (mode) => {
      const path = await writeCredentials(fileKey, mode);
      const { warnings } = await load();
      expect(warnings).toEqual([`Other users can read or change ${path}. Run: chmod 600 ${path}`]);
    },
  );

  it("causes no warning on Windows, where its mode does not say who can read it", async () => {
    await writeCredentials(fileKey, 0o644);
    const platform = Object.getOwnPropertyDescriptor(process, "platform");
    Object.defineProperty(process, "platform", { ...platform, value: "win32" });
    try {
      expect((await load()).warnings).toEqual([]);
    } finally {
      Object.defineProperty(process, "platform", { ...platform });
    }
  });

  it("causes no warning if only its owner can read it", async () => {
    await writeCredentials(fileKey, 0o600);
    expect((await load()).warnings).toEqual([]);
    await writeCredentials(fileKey, 0o400);
    expect((await load()).warnings).toEqual([]);
  });

  it("is not opened when variables contain the credentials", async () => {
    await mkdir(join(home, ".huaweicloud", "credentials"), { recursive: true });
    expect((await load(sdkKey)).warnings).toEqual([]);
  });
});

describe("warnings", () => {
  it("list the variables of other credentials", async () => {
    const { warnings } = await load({
      ...sdkKey,
      ...hwUser,
      HW_AUTH_TOKEN: canary.token,
      HUAWEICLOUD_SDK_CREDENTIALS_FILE: join(home, "absent"),
    });
    expect(warnings).toEqual([
      "HUAWEICLOUD_SDK_CREDENTIALS_FILE is not used: HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK take precedence",
      "Not used, because other variables take precedence: HW_AUTH_TOKEN, HW_USER_NAME, HW_USER_PASSWORD",
    ]);
  });

  it("say that a project may belong to another region than that of the options", async () => {
    const variables = { ...sdkKey, HUAWEICLOUD_SDK_PROJECT_ID: "p", HW_REGION_NAME: "cn-north-4" };
    expect((await load(variables, { region: "cn-south-1" })).warnings).toEqual([
      "HUAWEICLOUD_SDK_PROJECT_ID is used, although it may belong to the region in HW_REGION_NAME",
    ]);
    expect((await load(variables, { region: "cn-north-4" })).warnings).toEqual([]);
    expect((await load(variables)).warnings).toEqual([]);
    const path = await writeCredentials(`${fileKey}project_id = p\n`);
    const inFile = { HW_REGION_NAME: "cn-north-4" };
    expect((await load(inFile, { region: "cn-south-1" })).warnings).toEqual([
      `project_id in section [basic] of ${path} is used, although it may belong to the region in HW_REGION_NAME`,
    ]);
    expect((await load(inFile, { region: "cn-north-4" })).warnings).toEqual([]);
    await writeCredentials(fileKey);
    expect((await load(inFile, { region: "cn-south-1" })).warnings).toEqual([]);
  });

  it("say that a password, user or account is in quotation marks, which may belong to it", async () => {
    for (const [name, value] of Object.entries(hwUser)) {
      expect((await load({ ...hwUser, [name]: `"${value}"` })).warnings).toEqual([
        `${name} is in quotation marks, which are sent as part of it`,
      ]);
    }
    expect((await load(hwUser)).warnings).toEqual([]);
  });

  it("list the variables of Terraform that select another project or cloud", async () => {
    const variables = { ...hwKey, HW_REGION_NAME: "eu-west-101" };
    const other = { HW_PROJECT_NAME: "eu-west-101_sub", HW_CLOUD: "myhuaweicloud.eu" };
    expect((await load({ ...variables, ...other })).warnings).toEqual([
      "HW_PROJECT_NAME is not supported. Set the project ID instead",
      "HW_CLOUD is not supported. Pass an endpoint to the client instead",
    ]);
    const settled = { HW_PROJECT_ID: "p", HUAWEICLOUD_SDK_REGION_WORKSPACE_EU_WEST_101: "west.example.com" };
    expect((await load({ ...variables, ...other, ...settled })).warnings).toEqual([]);
    const same = { HW_PROJECT_NAME: "eu-west-101", HW_CLOUD: "myhuaweicloud.com" };
    expect((await load({ ...variables, ...same })).warnings).toEqual([]);
  });
});

describe("secrets", () => {
  const secrets = Object.values(canary);
  const shown = (value: unknown) =>
    [inspect(value, { depth: 10, showHidden: true }), JSON.stringify(value), String(value)].join("\n");

  it("are nowhere in the result except inside the credentials", async () => {
    await writeCredentials(`${fileKey}security_token = ${canary.fileSecurity}\n`, 0o644);
    const sets: Record<string, string>[] = [
      { ...sdkKey, HUAWEICLOUD_SDK_SECURITY_TOKEN: canary.sdkSecurity, ...hwKey, ...hwUser },
      { ...hwKey, HW_SECURITY_TOKEN: canary.security, ...hwUser },
      { ...hwUser },
      { HW_AUTH_TOKEN: canary.token, ...hwKey },
      {},
    ];
    for (const env of sets) {
      const text = shown(await load(env));
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
  });

  it("are in no error, even if a credential is invalid", async () => {
    await writeCredentials(`[basic]\nsk = ${canary.fileSecret}\n`);
    const sets: Record<string, string>[] = [
      {},
      { HUAWEICLOUD_SDK_SK: canary.sdkSecret },
      { HUAWEICLOUD_SDK_AK: "AK", HUAWEICLOUD_SDK_SK: `${canary.sdkSecret}\n` },
      { ...hwKey, HW_SECURITY_TOKEN: `${canary.security} x` },
      { HW_AUTH_TOKEN: `${canary.token}\r\n` },
      { ...hwUser, HW_USER_PASSWORD: `${canary.password}\n` },
      { HW_USER_PASSWORD: canary.password },
    ];
    for (const env of sets) {
      const error = await failureOf(env);
      const text = [shown(error), error.stack, JSON.stringify(error.toReport())].join("\n");
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
  });

  it("that are invalid are named by their variable", async () => {
    const error = await failureOf({ HW_AUTH_TOKEN: `${canary.token}\n` });
    expect(error.message).toMatch(
      /^HW_AUTH_TOKEN in the environment: token must be the value of X-Subject-Token/,
    );
    expect(error).toHaveProperty("field", "token");
    const temporary = await failureOf({ ...hwKey, HW_SECURITY_TOKEN: "two words" });
    expect(temporary.message).toMatch(
      /^HW_ACCESS_KEY, HW_SECRET_KEY, HW_SECURITY_TOKEN in the environment: securityToken must be an ASCII string without/,
    );
  });
});
