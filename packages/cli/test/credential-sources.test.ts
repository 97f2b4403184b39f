import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type CredentialSourcesServer,
  startCredentialSources,
  startMockServer,
} from "@workspace-images/mock-server";
import { afterAll, expect, test } from "vitest";
import { type Env, run } from "./command.ts";

const server = await startMockServer();
const folder = await mkdtemp(join(tmpdir(), "cli-sources-"));
const tokenFile = join(folder, "token");
await writeFile(tokenFile, "canary-token");
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const redirect = new URL("metadata-redirect.mjs", import.meta.url).href;

/** The environment of a command on a server whose metadata has this address. */
const onServer = (url: string): Env => ({
  NODE_OPTIONS: `--import=${redirect}`,
  TEST_METADATA_URL: url,
  HUAWEICLOUD_SDK_METADATA_DISABLED: undefined,
});

const inPod = ({ podIdentityUri }: CredentialSourcesServer): Env => ({
  HC_CONTAINER_CREDENTIALS_FULL_URI: podIdentityUri,
  HC_CONTAINER_AUTHORIZATION_TOKEN_FILE: tokenFile,
  HUAWEICLOUD_SDK_PROJECT_ID: "p",
});

const withIdToken: Env = {
  HUAWEICLOUD_OIDC_PROVIDER_URN: "iam::account:oidcProvider:idp",
  HUAWEICLOUD_OIDC_AGENCY_URN: "iam::account:agency:images",
  HUAWEICLOUD_OIDC_TOKEN_FILE: tokenFile,
  HUAWEICLOUD_SDK_STS_ENDPOINT: server.url,
  HUAWEICLOUD_SDK_PROJECT_ID: "p",
};

const AT = ["--endpoint", server.url];

/** Output on one line, as the width of a terminal breaks it anywhere. */
const unwrapped = (text: string) => text.replace(/\s+/g, " ");

test("on a server, a listing needs neither an option nor a variable but the address of the mock", async () => {
  await using sources = await startCredentialSources(server.mock);
  const { status, stdout, stderr } = await run(
    ["list", "--output", "ids", ...AT],
    onServer(sources.metadataUrl),
  );
  expect(status).toBe(0);
  // A slow machine waits long enough to be told what for.
  expect(stderr).toMatch(/^(No credentials found so far\.[^\n]*\n)?$/);
  expect(stdout.split("\n").length).toBeGreaterThan(2);
});

test.each([
  [
    "the metadata of this server",
    (sources: CredentialSourcesServer) => onServer(sources.metadataUrl),
    "24 h",
  ],
  ["HC_CONTAINER_CREDENTIALS_FULL_URI, HC_CONTAINER_AUTHORIZATION_TOKEN_FILE", inPod, "60 min"],
  [
    "HUAWEICLOUD_OIDC_PROVIDER_URN, HUAWEICLOUD_OIDC_AGENCY_URN, HUAWEICLOUD_OIDC_TOKEN_FILE",
    () => withIdToken,
    "60 min",
  ],
] as const)("doctor shows that %s gave the key, and when it expires", async (source, env, lifetime) => {
  await using sources = await startCredentialSources(server.mock);
  const { status, stdout } = await run(["doctor", ...AT], env(sources));
  expect({ status, stdout: unwrapped(stdout) }).toEqual({
    status: 0,
    stdout: expect.stringMatching(
      new RegExp(
        `configuration credentials from ${source}; .*accepted \\(${source}; valid until 20.*Z, for ${lifetime}\\)`,
      ),
    ),
  });
  expect(stdout).not.toContain("canary");
});

test("doctor finds that no agency is attached to the server", async () => {
  await using sources = await startCredentialSources(server.mock, { agency: false });
  const { status, stdout } = await run(["doctor", ...AT], onServer(sources.metadataUrl));
  expect(status).toBe(3);
  expect(unwrapped(stdout)).toContain(
    "the metadata of this server: 401: No agency is attached to this server",
  );
  expect(unwrapped(stdout)).toContain("Attach one in the ECS console");
});

test("doctor finds variables that are half set", async () => {
  const { status, stdout } = await run(["doctor", ...AT], { HUAWEICLOUD_OIDC_AGENCY_URN: "agency" });
  expect(status).toBe(3);
  expect(unwrapped(stdout)).toContain(
    "HUAWEICLOUD_OIDC_AGENCY_URN is set, but HUAWEICLOUD_OIDC_PROVIDER_URN, ",
  );
});

test("doctor finds that STS rejects the token, and does not take it for a missing permission", async () => {
  server.mock.inject({ status: 403, match: { path: "/v5/agencies/assume-with-oidc" } });
  const { status, stdout } = await run(["doctor", ...AT], withIdToken);
  expect(status).toBe(3);
  expect(stdout).toMatch(/^fail {2}credentials .*403/m);
  expect(unwrapped(stdout)).toContain("STS refused the token");
  expect(stdout).toMatch(/^skip {2}permission/m);
  expect(stdout).not.toContain("canary");
});

test("without any source, the command says what it waits for, and ends", async () => {
  const silent = createServer(() => {}).listen(0, "127.0.0.1");
  await once(silent, "listening");
  try {
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const { status, stdout, stderr } = await run(["list", ...AT], onServer(url));
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toMatch(/^No credentials found so far\. Asking the metadata of this server; /);
    expect(stderr).toContain("- the metadata of this server: no response within 800 ms");
  } finally {
    silent.closeAllConnections();
    silent.close();
  }
});
