import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

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

/** Sends a request with `fetch`, then one with the client, in a process with these variables. */
async function runProgram(variables: Readonly<Record<string, string>>, host = "127.0.0.1", setUp = "") {
  const program = `
    import { createImagesClient, tokenAuth } from ${JSON.stringify(entry)};
    const endpoint = "http://${host}:${service}";
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

const proxied = () => ({ NODE_USE_ENV_PROXY: "1", HTTP_PROXY: `http://127.0.0.1:${proxy}` });

test.each<[string, () => Record<string, string>, (string | undefined)?, string?]>([
  ["HTTP_PROXY", proxied],
  ["http_proxy", () => ({ NODE_USE_ENV_PROXY: "1", http_proxy: `http://127.0.0.1:${proxy}` })],
  [
    "the option of Node.js",
    () => ({ NODE_OPTIONS: "--use-env-proxy", HTTP_PROXY: `http://127.0.0.1:${proxy}` }),
  ],
  [
    "a call of Node.js after the client was created",
    () => ({ HTTP_PROXY: `http://127.0.0.1:${proxy}` }),
    undefined,
    '(await import("node:http")).setGlobalProxyFromEnv();',
  ],
  ["a NO_PROXY for another host", () => ({ ...proxied(), NO_PROXY: "example.com,localhost,127.0.0.2" })],
  ["a NO_PROXY for another port", () => ({ ...proxied(), NO_PROXY: `127.0.0.1:${service + 1}` })],
  ["a NO_PROXY for the other name of the host", () => ({ ...proxied(), NO_PROXY: "127.0.0.1" }), "localhost"],
  [
    "a NO_PROXY that a lower-case one overrides",
    () => ({ ...proxied(), NO_PROXY: "*", no_proxy: "example.com" }),
  ],
  ["a NO_PROXY with the end of the host only", () => ({ ...proxied(), NO_PROXY: "host" }), "localhost"],
])(
  "rejects http to this machine where a proxy would receive it: %s",
  async (_how, variables, host, setUp) => {
    const { shown, fetched, sent } = await runProgram(variables(), host, setUp);
    expect(fetched).toMatch(/^proxy /);
    expect(shown).toMatch(/^InputError: .* HTTP_PROXY .* Add (127\.0\.0\.1|localhost) to NO_PROXY$/);
    expect(sent).toEqual([]);
  },
);

test.each<[string, () => Record<string, string>, string?]>([
  ["no proxy is set", () => ({ NODE_USE_ENV_PROXY: "1" })],
  ["Node.js does not follow the variables", () => ({ HTTP_PROXY: `http://127.0.0.1:${proxy}` })],
  [
    "there is a proxy for https only",
    () => ({ NODE_USE_ENV_PROXY: "1", HTTPS_PROXY: `http://127.0.0.1:${proxy}` }),
  ],
  ["NO_PROXY has the host", () => ({ ...proxied(), NO_PROXY: "example.com, localhost,127.0.0.1" })],
  ["no_proxy has the host", () => ({ ...proxied(), no_proxy: "localhost 127.0.0.1" })],
  ["NO_PROXY has the host in another case", () => ({ ...proxied(), NO_PROXY: "LOCALHOST" }), "localhost"],
  ["NO_PROXY has the host and its port", () => ({ ...proxied(), NO_PROXY: `127.0.0.1:${service}` })],
  ["NO_PROXY is for everything", () => ({ ...proxied(), NO_PROXY: "*" })],
])("sends http to this machine where it arrives: %s", async (_how, variables, host) => {
  const { shown, fetched, sent } = await runProgram(variables(), host);
  expect(fetched).toMatch(/^service /);
  expect(shown).toBe("a page");
  expect(sent).toEqual(["service client-token"]);
});
