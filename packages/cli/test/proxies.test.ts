import { once } from "node:events";
import http, { createServer, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { type MockServer, startMockServer } from "@workspace-images/mock-server";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { useProxies } from "../src/connection/proxies.ts";
import { type Env, run } from "./command.ts";

let service: MockServer;
let url: string;
let seen: string[] = [];

/** Forwards everything to the mock server, whatever host was meant. */
const proxy = createServer((req, res) => {
  const { pathname, search } = new URL(req.url ?? "");
  seen.push(`${req.method} ${req.url}`);
  const forwarded = request(`${service.url}${pathname}${search}`, { headers: req.headers }, (response) => {
    res.writeHead(response.statusCode ?? 500, response.headers);
    response.pipe(res);
  });
  req.pipe(forwarded);
}).on("connect", (req, socket) => {
  seen.push(`CONNECT ${req.url} ${req.headers["proxy-authorization"] ?? ""}`.trim());
  const { port } = new URL(service.url);
  const upstream = connect(Number(port), "127.0.0.1", () => {
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    upstream.pipe(socket).pipe(upstream);
  });
  socket.on("error", () => upstream.destroy());
});

beforeAll(async () => {
  service = await startMockServer({ token: "valid-token", projectId: "p" });
  await once(proxy.listen(0, "127.0.0.1"), "listening");
  url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
afterEach(() => {
  seen = [];
  service.mock.reset();
});
afterAll(async () => {
  proxy.close();
  proxy.closeAllConnections();
  await service.close();
});

function list(endpoint: string, env: Env, ...args: string[]) {
  const given = ["list", "--endpoint", endpoint, "--project-id", "p", "--max", "1", "-o", "ids"];
  return run([...given, ...args], { HW_AUTH_TOKEN: "valid-token", ...env });
}

const OTHER = "http://workspace.test";

test.each([
  ["http_proxy", (at: string) => at],
  ["HTTP_PROXY", (at: string) => at],
  ["HTTP_PROXY", (at: string) => at.replace("http://", "")],
])("an http endpoint is called through %s", async (name, write) => {
  const { status, stdout } = await list(OTHER, { [name]: write(url) }, "--allow-insecure");
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/^[\w-]+\n$/) });
  expect(seen).toEqual([expect.stringMatching(/^(CONNECT |GET http:\/\/)workspace\.test/)]);
});

test.each(["https_proxy", "HTTPS_PROXY"])(
  "an https endpoint is reached by CONNECT through %s",
  async (name) => {
    const withPassword = url.replace("//", "//user:not-a-secret@");
    // The mock server has no TLS, so the connection fails behind the proxy.
    const { status, stderr } = await list("https://workspace.test", { [name]: withPassword });
    expect(status).toBe(1);
    expect(seen[0]).toBe("CONNECT workspace.test:443 Basic dXNlcjpub3QtYS1zZWNyZXQ=");
    expect(stderr).not.toContain("not-a-secret");
  },
);

test("hosts in NO_PROXY are called directly", async () => {
  const env = { http_proxy: url, https_proxy: url, NO_PROXY: "other.test,workspace.test" };
  for (const endpoint of [OTHER, "https://workspace.test"])
    expect((await list(endpoint, env, "--allow-insecure")).status).toBe(1);
  expect(seen).toEqual([]);
});

test.each(["*", " * "])("a NO_PROXY of %j turns proxies off", async (NO_PROXY) => {
  expect((await list("https://workspace.test", { https_proxy: url, NO_PROXY })).status).toBe(1);
  expect(seen).toEqual([]);
});

test("this machine is called directly, so that no proxy gets a token", async () => {
  for (const host of ["127.0.0.1", "localhost"])
    expect((await list(service.url.replace("127.0.0.1", host), { http_proxy: url })).status).toBe(0);
  // Not every machine has all of these; what counts is that the proxy is not asked.
  for (const host of ["workspace.localhost", "[::1]", "127.0.0.2"]) {
    const { stderr } = await list(service.url.replace("127.0.0.1", host), { http_proxy: url });
    expect(stderr).not.toContain("belongs to this machine");
  }
  const { stderr } = await list(service.url.replace("http://127.0.0.1", "HTTP://127.0.0.2"), {
    http_proxy: url,
  });
  expect(stderr).not.toContain("belongs to this machine");
  expect(seen).toEqual([]);
});

test("the metadata service of a server, which returns keys, is called directly", () => {
  const setProxies = vi.spyOn(http, "setGlobalProxyFromEnv").mockReturnValue(() => {});
  useProxies({ https_proxy: url, NO_PROXY: "other.test" });
  const given = setProxies.mock.calls[0]?.[0]?.["no_proxy"]?.split(",");
  expect(given).toEqual(expect.arrayContaining(["other.test", "169.254.169.254"]));
  setProxies.mockRestore();
});

test.each([
  "socks5://user:canary@proxy.test",
  "http://user:canary@",
  "user:canary@proxy.test:port",
  "http://user%:canary@proxy.test",
  '"http://user:canary@proxy.test"',
])("%s is rejected without being shown", async (value) => {
  for (const command of ["list", "doctor"]) {
    const args = [command, "--region", "cn-north-4", "--project-id", "p"];
    const { status, stdout, stderr } = await run(args, { HW_AUTH_TOKEN: "any", HTTPS_PROXY: value });
    expect(status).toBe(2);
    expect(stdout + stderr).toMatch(
      /HTTPS_PROXY is not a valid URL of a proxy, like http:\/\/proxy\.example:3128/,
    );
    expect(stdout + stderr).not.toContain("canary");
  }
});

test("an invalid proxy is named, and not the valid one beside it", async () => {
  const variables = { HTTPS_PROXY: "http://proxy.test", HTTP_PROXY: "socks5://proxy.test" };
  const { stderr } = await run(["list", "--region", "cn-north-4"], { HW_AUTH_TOKEN: "any", ...variables });
  expect(stderr).toContain("error: HTTP_PROXY is not a valid URL of a proxy");
});
