import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signedHeaders } from "../fuzz/signed-headers.ts";
import { startBin } from "./bin-process.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mock-server-shell-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function save(name: string, content: string | Buffer): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

async function start(...args: string[]) {
  const bin = startBin("--port", "0", "--quiet", ...args);
  const [, url = ""] = await bin.until(/^Listening on (.*)$/m);
  return {
    [Symbol.asyncDispose]: bin[Symbol.asyncDispose],
    url,
    until: bin.until,
    async list(headers: Record<string, string>) {
      const response = await fetch(`${url}/v2/p/images`, { headers });
      const { images = [] } = (await response.json()) as { images?: { id: string }[] };
      return { status: response.status, ids: images.map(({ id }) => id) };
    },
    async signed(accessKey: string, secretKey: string, securityToken?: string) {
      const target = `${url}/v2/p/images`;
      const headers = signedHeaders(target, { accessKey, secretKey, securityToken, time: Date.now() });
      return (await fetch(target, { headers })).status;
    },
    async assume(id_token: string, agency_urn = "iam::a:agency:images") {
      const body = {
        provider_urn: "iam::a:oidcProvider:ci",
        agency_urn,
        agency_session_name: "s1",
        id_token,
      };
      const init = {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      };
      const before = Date.now();
      const response = await fetch(`${url}/v5/agencies/assume-with-oidc`, init);
      const { credentials } = (await response.json()) as { credentials?: { expiration: string } };
      const expiration = Date.parse(credentials?.expiration ?? "");
      // The key was issued at some time in between.
      const livesFor = (seconds: number) =>
        before <= expiration - seconds * 1000 && expiration - seconds * 1000 <= Date.now();
      return { status: response.status, livesFor };
    },
    async signIn(name: string, password: string, account: string, region = "cn-north-4") {
      const user = { name, password, domain: { name: account } };
      const identity = { methods: ["password"], password: { user } };
      const body = JSON.stringify({ auth: { identity, scope: { project: { name: region } } } });
      const headers = { "Content-Type": "application/json" };
      return (await fetch(`${url}/v3/auth/tokens`, { method: "POST", headers, body })).status;
    },
  };
}

/** Runs the command to its end, which is an error. */
async function failure(...args: string[]): Promise<string> {
  await using bin = startBin("--port", "0", ...args);
  expect(await bin.ended).toBe(2);
  expect(bin.output.stdout).toBe("");
  expect(bin.output.stderr).not.toContain("canary");
  return bin.output.stderr;
}

const ANY = { "X-Auth-Token": "any" };

test("--access-key, given twice, makes a permanent and a temporary key known", async () => {
  await using server = await start("--access-key", "AK1:not-a-secret", "--access-key=AK2:not-two:token:2");
  expect(await server.signed("AK1", "not-a-secret")).toBe(200);
  expect(await server.signed("AK1", "wrong")).toBe(401);
  expect(await server.signed("AK2", "not-two", "token:2")).toBe(200);
  expect(await server.signed("AK2", "not-two")).toBe(401);
});

test("--user, given twice, lets these users sign in for --region and nobody else", async () => {
  const users = ["--user", "ann:not:a:password:acme", "--user", "bob:not-bobs:acme"];
  await using server = await start(...users, "--region", "cn-east-3");
  expect(await server.signIn("ann", "not:a:password", "acme", "cn-east-3")).toBe(201);
  expect(await server.signIn("bob", "not-bobs", "acme", "cn-east-3")).toBe(201);
  expect(await server.signIn("bob", "not-bobs", "acme", "cn-north-4")).toBe(401);
  expect(await server.signIn("eve", "not-eves", "acme", "cn-east-3")).toBe(401);
});

test("--id-token, given twice, lets STS issue keys for these ID tokens and no other", async () => {
  await using server = await start("--id-token", "not-a-real-token", "--id-token=not-the-second");
  const { status, livesFor } = await server.assume("not-a-real-token");
  expect(status).toBe(200);
  expect(livesFor(3600)).toBe(true);
  expect((await server.assume("not-the-second")).status).toBe(200);
  expect((await server.assume("another")).status).toBe(403);
});

describe("--metadata-port", () => {
  async function startSources(...args: string[]) {
    const server = await start("--metadata-port", "0", ...args);
    const [, metadata = "", pod = ""] = await server.until(/^Metadata on (.*), pod identity on (.*)$/m);
    const get = async (path: string) => {
      const response = await fetch(metadata + path);
      return { status: response.status, text: await response.text() };
    };
    return { server, metadata, pod, get, [Symbol.asyncDispose]: server[Symbol.asyncDispose] };
  }

  test("serves the metadata of a server and pod identity, whose keys list images", async () => {
    const config = await save(
      "sources.json",
      '{"credentialSources":{"metadataVersion":1,"podToken":"not-real"}}',
    );
    await using sources = await startSources(
      "--config",
      config,
      "--region",
      "cn-east-3",
      "--project-id",
      "p",
    );
    expect(sources.metadata).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const server = JSON.parse((await sources.get("/openstack/latest/meta_data.json")).text);
    expect(server).toMatchObject({ region_id: "cn-east-3", project_id: "p" });
    const init = { method: "POST", headers: { Authorization: "not-real" }, body: "{}" };
    const { credential: key } = (await (await fetch(sources.pod, init)).json()) as {
      credential: Record<"access" | "secret" | "securitytoken", string>;
    };
    expect(await sources.server.signed(key.access, key.secret, key.securitytoken)).toBe(200);
  });

  test("takes a server without an agency from --config", async () => {
    const config = await save("no-agency.json", '{"credentialSources":{"metadataVersion":1,"agency":false}}');
    await using sources = await startSources("--config", config);
    expect(await sources.get("/openstack/latest/securitykey")).toMatchObject({ status: 401 });
  });

  test("that is in use ends the command with a remedy", async () => {
    await using sources = await startSources();
    const { port } = new URL(sources.metadata);
    expect(await failure("--metadata-port", port)).toBe(
      `error: Port ${port} is already in use. Try --metadata-port 0 for a free one.\n`,
    );
  });

  test.each([
    ["ten", "error: --metadata-port ten is not a number. Use 0 to 65535; 0 picks a free port.\n"],
    ["65536", "error: --metadata-port 65536 is out of range. Use 0 to 65535; 0 picks a free port.\n"],
  ])("rejects %s", async (port, message) => {
    expect(await failure("--metadata-port", port)).toBe(message);
  });

  test("is needed for credentialSources of --config, whose names are checked", async () => {
    const unused = await save("unused.json", '{"credentialSources":{}}');
    expect(await failure("--config", unused)).toBe(
      `error: --config ${unused}: "credentialSources" has no effect without --metadata-port.\n`,
    );
    const unknown = await save("unknown-source.json", '{"credentialSources":{"agencies":"canary"}}');
    const message = await failure("--metadata-port", "0", "--config", unknown);
    expect(message).toContain('Unknown option "agencies". Use one of: agency, ');
  });
});

describe("--config", () => {
  const config = {
    images: [{ id: "from-config" }],
    projectId: "p",
    region: "cn-north-4",
    token: "config-token",
    accessKeys: { AK1: "not-a-secret", AK2: { secretKey: "not-two", securityToken: "not-a-token" } },
    users: [{ name: "ann", password: "not-anns", domain: "acme" }],
    idTokens: [{ idToken: "not-a-real-token", agencyUrn: "iam::a:agency:images" }],
    temporaryKeySeconds: 5,
  };

  test("sets every option of createMock that JSON can express", async () => {
    await using server = await start("--config", await save("all.json", JSON.stringify(config)));
    expect(await server.list(ANY)).toMatchObject({ status: 401 });
    expect(await server.list({ "X-Auth-Token": "config-token" })).toEqual({
      status: 200,
      ids: ["from-config"],
    });
    expect(await server.signed("AK1", "not-a-secret")).toBe(200);
    expect(await server.signed("AK2", "not-two", "not-a-token")).toBe(200);
    expect(await server.signIn("ann", "not-anns", "acme")).toBe(201);
    const { status, livesFor } = await server.assume("not-a-real-token");
    expect(status).toBe(200);
    expect(livesFor(5)).toBe(true);
    expect((await server.assume("not-a-real-token", "iam::a:agency:other")).status).toBe(404);
  });

  test("is overridden by the other options", async () => {
    const images = await save("other-images.json", '[{"id":"from-file"}]');
    const overriding = ["--token", "shell-token", "--images", images, "--access-key", "AK3:not-three"];
    await using server = await start(
      ...overriding,
      "--config",
      await save("some.json", JSON.stringify(config)),
    );
    expect(await server.list({ "X-Auth-Token": "config-token" })).toMatchObject({ status: 401 });
    expect(await server.list({ "X-Auth-Token": "shell-token" })).toEqual({ status: 200, ids: ["from-file"] });
    expect(await server.signed("AK3", "not-three")).toBe(200);
    expect(await server.signed("AK1", "not-a-secret")).toBe(401);
  });

  test.each([
    ["no-json", "canary", "It must contain a JSON object."],
    ["list", "[]", "It must contain a JSON object."],
    ["empty", "null", "It must contain a JSON object."],
    [
      "unknown",
      '{"project_id":"canary"}',
      'Unknown option "project_id". Use images, projectId, region, token, ',
    ],
    ["inherited", '{"toString":"canary"}', 'Unknown option "toString". '],
    ["function", '{"now":"canary"}', '"now" is a function, for TypeScript only.'],
    ["url", '{"url":"canary"}', '"url" has no effect on a server. Use --host and --port.'],
    ["images", '{"images":{}}', '"images" must be an array.'],
    ["token", '{"token":["canary"]}', '"token" must be a non-empty string.'],
    ["keys", '{"accessKeys":{"canary":1}}', '"accessKeys" must be an object of secret keys by access key'],
    ["no-keys", '{"accessKeys":null}', '"accessKeys" must be an object of secret keys by access key'],
    ["key", '{"accessKeys":{"AK":{"secretKey":"canary"}}}', '"accessKeys" must be an object of secret keys'],
    ["sources", '{"credentialSources":{"url":"canary"}}', '"credentialSources" must be an object of options'],
    ["id-token", '{"idTokens":[{"idpId":"canary"}]}', '"idTokens" must be an array of { "idToken" }'],
    ["lifetime", '{"temporaryKeySeconds":0}', '"temporaryKeySeconds" must be a number of seconds above 0.'],
    ["user", '{"users":[{"name":"canary"}]}', '"users" must be an array of { "name", "password", "domain" }'],
  ])("with %s is rejected without its values", async (name, content, message) => {
    const file = await save(`${name}.json`, content);
    expect(await failure("--config", file)).toContain(`--config ${file}: ${message}`);
  });

  test("that does not exist is rejected", async () => {
    expect(await failure("--config", join(folder, "absent.json"))).toContain("Cannot read --config ");
  });
});

test.each([
  ["--access-key", "canary", "--access-key must have the form AK:SK or AK:SK:securityToken.\n"],
  ["--access-key", ":canary", "--access-key must have the form AK:SK or AK:SK:securityToken.\n"],
  ["--access-key", "", "--access-key must have the form AK:SK or AK:SK:securityToken.\n"],
  ["--id-token", "", "--id-token is empty. Give it a value, or omit it.\n"],
  ["--user", "ann:canary", "--user must have the form name:password:account.\n"],
  ["--user", "ann:canary:", "--user must have the form name:password:account.\n"],
])("%s %j is rejected without its value", async (option, value, message) => {
  expect(await failure(option, value)).toBe(`error: ${message}`);
});

describe("--images", () => {
  const JSON_LINES = '{"id":"a"}\n\n{"id":"b"}\n';
  test.each([
    ["JSON Lines", JSON_LINES, ["a", "b"]],
    ["JSON Lines of Windows", JSON_LINES.replaceAll("\n", "\r\n"), ["a", "b"]],
    ["one line", '{"id":"a"}\n', ["a"]],
    ["an object on one line", '{"images":[{"id":"a"}]}\n', ["a"]],
    ["UTF-8 with a byte order mark", '\uFEFF[{"id":"é"}]', ["é"]],
    ["UTF-16 with a byte order mark", Buffer.from('\uFEFF[{"id":"é"}]', "utf16le"), ["é"]],
    ["UTF-16 without one", Buffer.from('[{"id":"é"}]', "utf16le"), ["é"]],
    ["UTF-16, big-endian", Buffer.from('\uFEFF[{"id":"é"}]', "utf16le").swap16(), ["é"]],
  ])("reads %s", async (name, content, ids) => {
    await using server = await start("--images", await save(`read ${name}`, content));
    expect(await server.list(ANY)).toEqual({ status: 200, ids });
  });

  test.each([
    ["a broken line", '{"id":"a"}\n{"id":', "line 2: "],
    ["bytes of no text", Buffer.from([0x5b, 0xff, 0xff]), "It is not text in UTF-8 or UTF-16."],
  ])("rejects %s by name", async (name, content, message) => {
    const file = await save(name, content);
    expect(await failure("--images", file)).toContain(`Cannot read --images ${file}: ${message}`);
  });
});

const hasIPv6 = Object.values(networkInterfaces())
  .flat()
  .some((address) => address?.address === "::1");

test.each([
  ["0.0.0.0", "http://127.0.0.1:"],
  ...(hasIPv6
    ? [
        ["::", "http://[::1]:"],
        ["::1", "http://[::1]:"],
      ]
    : []),
])("--host %s prints an address that a client can use", async (host, origin) => {
  await using server = await start("--host", host ?? "");
  expect(server.url.startsWith(`${origin}`)).toBe(true);
  expect((await server.list(ANY)).status).toBe(200);
});
