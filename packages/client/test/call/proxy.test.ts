import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server, setGlobalProxyFromEnv } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createImagesClient, tokenAuth } from "../../src/index.ts";

const received: string[] = [];
const open: Server[] = [];
let proxy = 0;
let service = 0;

/** Starts a server that notes which requests and tunnels it receives, and with what token. */
async function start(name: string): Promise<number> {
  const server = createServer((request, response) => {
    received.push(`${name} ${request.headers["x-auth-token"] ?? "without a token"}`);
    response.setHeader("Content-Type", "application/json").end('{"images":[]}');
  });
  server.on("connect", (_request, socket) => {
    received.push(`${name} tunnel`);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  server.listen(0);
  await once(server, "listening");
  open.push(server);
  return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  proxy = await start("proxy");
  service = await start("service");
});
beforeEach(() => received.splice(0));
afterAll(() => Promise.all(open.map((server) => server[Symbol.asyncDispose]())));

const entry = new URL("../../src/index.ts", import.meta.url).href;

type Variables = Readonly<Record<string, string>>;

/** Sends a request with `fetch`, then one with the client, in a process with these variables. */
async function runProgram(variables: Variables, setUp = "") {
  const program = `
    import { createImagesClient, tokenAuth } from ${JSON.stringify(entry)};
    const endpoint = "http://127.0.0.1:${service}";
    const images = createImagesClient({ endpoint, projectId: "p", auth: tokenAuth("client-token"), retry: false });
    ${setUp}
    await fetch(endpoint).catch(() => {});
    console.log(await images.list().then(() => "a page", ({ name, message }) => name + ": " + message));
  `;
  const { PATH = "" } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
    env: { PATH, ...variables },
  });
  return { shown: stdout.trim(), fetched: received[0], sent: received.slice(1) };
}

/** Sends the same requests in this process, whose `fetch` follows the variables meanwhile. */
async function send(
  variables: Variables,
  endpoint = `http://127.0.0.1:${service}`,
  follow = setGlobalProxyFromEnv,
  own?: typeof globalThis.fetch,
) {
  for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"]) {
    vi.stubEnv(name, variables[name]);
    vi.stubEnv(name.toLowerCase(), variables[name.toLowerCase()]);
  }
  const restore = follow();
  try {
    const auth = tokenAuth("client-token");
    const options = { endpoint, projectId: "p", auth, retry: false, allowInsecure: true } as const;
    const images = createImagesClient({ ...options, fetch: own });
    await fetch(endpoint).catch(() => {}); // The proxy rejects tunnels.
    const shown = await images.list().then(() => "a page", String);
    return { shown, fetched: received[0], sent: received.slice(1) };
  } finally {
    restore();
    vi.unstubAllEnvs();
  }
}

function expectRejection({ shown, fetched, sent }: Awaited<ReturnType<typeof send>>, host: string): void {
  expect(fetched).toMatch(/^proxy /);
  expect(shown).toBe(
    `InputError: ${host} belongs to this machine, but HTTP_PROXY sends the request and its credentials to a proxy. ` +
      `Add ${host} to NO_PROXY`,
  );
  expect(sent).toEqual([]);
}

const HTTP_PROXY = () => ({ HTTP_PROXY: `http://127.0.0.1:${proxy}` });

test.each<[string, () => Variables, string?]>([
  ["HTTP_PROXY", () => ({ NODE_USE_ENV_PROXY: "1", ...HTTP_PROXY() })],
  ["http_proxy", () => ({ NODE_USE_ENV_PROXY: "1", http_proxy: `http://127.0.0.1:${proxy}` })],
  ["the option of Node.js", () => ({ NODE_OPTIONS: "--use-env-proxy", ...HTTP_PROXY() })],
  [
    "an empty no_proxy, which overrides NO_PROXY",
    () => ({ NODE_USE_ENV_PROXY: "1", ...HTTP_PROXY(), no_proxy: "", NO_PROXY: "127.0.0.1" }),
  ],
  [
    "a call of Node.js after the client was created",
    HTTP_PROXY,
    '(await import("node:http")).setGlobalProxyFromEnv();',
  ],
])("rejects http to this machine where a proxy would receive it: %s", async (_how, variables, setUp) => {
  expectRejection(await runProgram(variables(), setUp), "127.0.0.1");
});

test.each<[string, () => Variables, string?]>([
  ["no NO_PROXY", () => ({})],
  ["an empty http_proxy, which does not override HTTP_PROXY", () => ({ http_proxy: "" })],
  ["a NO_PROXY for other hosts", () => ({ NO_PROXY: "example.com,localhost,127.0.0.2" })],
  ["a NO_PROXY for another port", () => ({ NO_PROXY: `127.0.0.1:${service + 1}` })],
  ["a NO_PROXY for the other name of the host", () => ({ NO_PROXY: "127.0.0.1" }), "localhost"],
  ["a NO_PROXY that a lower-case one overrides", () => ({ NO_PROXY: "*", no_proxy: "example.com" })],
  ["a NO_PROXY with the end of the host only", () => ({ NO_PROXY: "host" }), "localhost"],
])("rejects http to this machine with a proxy and %s", async (_what, variables, host = "127.0.0.1") => {
  expectRejection(await send({ ...HTTP_PROXY(), ...variables() }, `http://${host}:${service}`), host);
});

test("rejects http to this machine with a NO_PROXY that only newer versions of Node.js understand", async () => {
  const { shown, sent } = await send({ ...HTTP_PROXY(), NO_PROXY: "0.0.1" });
  expect(shown).toContain("Add 127.0.0.1 to NO_PROXY");
  expect(sent).toEqual([]);
});

test("sends http to this machine through a fetch of the caller, which may follow no variables", async () => {
  const { shown, sent } = await send(HTTP_PROXY(), undefined, undefined, async () =>
    Response.json({ images: [] }),
  );
  expect(shown).toBe("a page");
  expect(sent).toEqual([]);
});

test("sends http to this machine where Node.js does not follow the variables", async () => {
  const { shown, sent } = await send(HTTP_PROXY(), undefined, () => () => {});
  expect(shown).toBe("a page");
  expect(sent).toEqual(["service client-token"]);
});

test.each(["https://127.0.0.1:8443", "http://workspace.test"])("leaves %s to the proxy", async (endpoint) => {
  const { shown, sent } = await send(HTTP_PROXY(), endpoint);
  expect(shown).toMatch(/^ConnectionError: .*502/);
  expect(sent).toEqual(["proxy tunnel"]);
});

test.each<[string, () => Variables, string?]>([
  ["no proxy is set", () => ({})],
  ["there is a proxy for https only", () => ({ HTTPS_PROXY: `http://127.0.0.1:${proxy}` })],
  ["NO_PROXY has the host", () => ({ ...HTTP_PROXY(), NO_PROXY: "example.com, localhost,127.0.0.1" })],
  ["no_proxy has the host", () => ({ ...HTTP_PROXY(), no_proxy: "localhost 127.0.0.1" })],
  ["NO_PROXY has the host in another case", () => ({ ...HTTP_PROXY(), NO_PROXY: "LOCALHOST" }), "localhost"],
  ["NO_PROXY has the host and its port", () => ({ ...HTTP_PROXY(), NO_PROXY: `127.0.0.1:${service}` })],
  ["NO_PROXY is for everything", () => ({ ...HTTP_PROXY(), NO_PROXY: "*" })],
])("sends http to this machine where it arrives: %s", async (_how, variables, host = "127.0.0.1") => {
  const { shown, fetched, sent } = await send(variables(), `http://${host}:${service}`);
  expect(fetched).toMatch(/^service /);
  expect(shown).toBe("a page");
  expect(sent).toEqual(["service client-token"]);
});
