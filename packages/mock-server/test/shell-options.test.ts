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

describe("--config", () => {
  const config = {
    images: [{ id: "from-config" }],
    projectId: "p",
    region: "cn-north-4",
    token: "config-token",
    accessKeys: { AK1: "not-a-secret", AK2: { secretKey: "not-two", securityToken: "not-a-token" } },
    users: [{ name: "ann", password: "not-anns", domain: "acme" }],
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
