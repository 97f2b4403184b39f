import { createMock } from "@workspace-images/mock";
import {
  type CredentialSourcesServer,
  startCredentialSources,
  startMockServer,
} from "@workspace-images/mock-server";
import { expect, test } from "vitest";
import { signedHeaders } from "../fuzz/signed-headers.ts";

const SECURITY_KEY = "/openstack/latest/securitykey";

interface Body {
  credential: { access: string; secret: string; securitytoken: string };
}

async function metadataToken({ metadataUrl }: CredentialSourcesServer) {
  const headers = { "X-Metadata-Token-Ttl-Seconds": "21600" };
  const response = await fetch(`${metadataUrl}/meta-data/latest/api/token`, { method: "PUT", headers });
  return { "X-Metadata-Token": await response.text() };
}

async function getKey(sources: CredentialSourcesServer): Promise<Body> {
  const headers = await metadataToken(sources);
  return (await fetch(sources.metadataUrl + SECURITY_KEY, { headers })).json() as Promise<Body>;
}

async function getPodKey({ podIdentityUri }: CredentialSourcesServer): Promise<Body> {
  const init = { method: "POST", headers: { Authorization: "not-a-real-token" }, body: "{}" };
  return (await fetch(podIdentityUri, init)).json() as Promise<Body>;
}

test.each([
  ["the metadata", getKey],
  ["the pod identity", getPodKey],
])("a key of %s, got over HTTP, lists images of the mock server", async (_what, get) => {
  await using server = await startMockServer();
  await using sources = await startCredentialSources(server.mock);
  expect(sources.metadataUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const { access, secret, securitytoken } = (await get(sources)).credential;
  const target = `${server.url}/v2/p/images`;
  const list = async () => {
    const signing = {
      accessKey: access,
      secretKey: secret,
      securityToken: securitytoken,
      time: server.mock.now(),
    };
    return (await fetch(target, { headers: signedHeaders(target, signing) })).status;
  };
  expect(await list()).toBe(200);
  server.mock.clockOffset = 25 * 3_600_000;
  expect(await list()).toBe(401);
});

test("faults, delays included, and recorded requests are those of the sources", async () => {
  await using sources = await startCredentialSources(createMock(), { metadataVersion: 1 });
  const get = () => fetch(sources.metadataUrl + SECURITY_KEY);
  sources.inject({ status: 503 });
  sources.inject({ reset: true });
  sources.inject({ html: true });
  sources.inject({ truncate: true });
  expect((await get()).status).toBe(503);
  await expect(get()).rejects.toThrow("fetch failed");
  expect(await (await get()).text()).toContain("<!doctype html>");
  await expect(get().then((response) => response.text())).rejects.toThrow();
  sources.inject({ delay: Number.POSITIVE_INFINITY });
  const stop = new AbortController();
  const slow = expect(fetch(sources.metadataUrl + SECURITY_KEY, { signal: stop.signal })).rejects.toThrow(
    /abort/,
  );
  await expect.poll(() => sources.requests.length).toBe(5);
  stop.abort();
  await slow;
  expect((await get()).status).toBe(200);
  expect(sources.requests.map(({ path }) => path)).toEqual(Array(6).fill(SECURITY_KEY));
});

test("rejects a body of more than 1 MiB with 413", async () => {
  await using sources = await startCredentialSources(createMock());
  const body = "x".repeat(1024 * 1024 + 1);
  expect((await fetch(sources.podIdentityUri, { method: "POST", body })).status).toBe(413);
});

test("the log has a line for each request, without credentials", async () => {
  const lines: string[] = [];
  await using sources = await startCredentialSources(createMock(), { log: (line) => lines.push(line) });
  await getKey(sources);
  await getPodKey(sources);
  expect(lines).toEqual([
    expect.stringMatching(/^PUT \/meta-data\/latest\/api\/token 200 [\d.]+ ms$/),
    expect.stringMatching(/^GET \/openstack\/latest\/securitykey 200 [\d.]+ ms token \*\*\*$/),
    expect.stringMatching(/^POST \/pod-identity\/credentials 200 [\d.]+ ms signature \*\*\*$/),
  ]);
});

test("frees its port at the end of the block", async () => {
  let url: string;
  {
    await using sources = await startCredentialSources(createMock());
    url = sources.metadataUrl;
  }
  await expect(fetch(url)).rejects.toThrow();
});

test("rejects a port in use, and an unknown option before it listens", async () => {
  await using sources = await startCredentialSources(createMock());
  const port = Number(new URL(sources.metadataUrl).port);
  await expect(startCredentialSources(createMock(), { port })).rejects.toThrow(
    `Port ${port} is already in use.`,
  );
  const unknown = { port, agencies: true };
  await expect(startCredentialSources(createMock(), unknown as object)).rejects.toThrow(
    'Unknown option "agencies".',
  );
});
