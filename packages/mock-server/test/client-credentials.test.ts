import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type AccessKeyProvider,
  type Auth,
  accessKeyAuth,
  type ClientEvent,
  createImagesClient,
} from "@workspace-images/client";
import {
  ecsAgencyKeys,
  identityProviderKeys,
  oidcAgencyKeys,
  podIdentityKeys,
} from "@workspace-images/client/node";
import {
  type CredentialSourcesServer,
  type MockServer,
  startCredentialSources,
  startMockServer,
} from "@workspace-images/mock-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ID_TOKEN = "not-a-real-id-token";

let folder: string;
let tokenFile: string;
let server: MockServer;
let sources: CredentialSourcesServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "client-credentials-"));
  tokenFile = join(folder, "token");
  await writeFile(tokenFile, ID_TOKEN);
  server = await startMockServer({
    idTokens: [
      {
        idToken: ID_TOKEN,
        idpId: "idp",
        providerUrn: "iam::a:oidcProvider:idp",
        agencyUrn: "iam::a:agency:images",
      },
    ],
  });
  sources = await startCredentialSources(server.mock, { podToken: ID_TOKEN });
});
afterAll(async () => {
  await sources.close();
  await server.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  server.mock.reset();
  sources.reset();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets time pass for the client and for the service. */
function pass(time: number): void {
  vi.setSystemTime(Date.now() + time);
  server.mock.clockOffset += time;
}

const createClient = (auth: Auth, onEvent?: (event: ClientEvent) => void) =>
  createImagesClient({ endpoint: server.url, projectId: "p", auth, timeout: 300_000, onEvent });

const providers: [string, number, () => AccessKeyProvider][] = [
  ["ecsAgencyKeys", 24 * HOUR, () => ecsAgencyKeys({ endpoint: sources.metadataUrl })],
  ["podIdentityKeys", HOUR, () => podIdentityKeys({ uri: sources.podIdentityUri, tokenFile })],
  [
    "oidcAgencyKeys",
    HOUR,
    () =>
      oidcAgencyKeys({
        providerUrn: "iam::a:oidcProvider:idp",
        agencyUrn: "iam::a:agency:images",
        tokenFile,
        stsEndpoint: server.url,
        env: {},
      }),
  ],
  [
    "identityProviderKeys",
    6 * HOUR,
    () => identityProviderKeys({ idpId: "idp", tokenFile, iamEndpoint: server.url }),
  ],
];

describe.each(providers)("%s", (_name, lifetime, create) => {
  test("gives a key that lists images, and another one when the service says that the first has expired", async () => {
    const events: ClientEvent[] = [];
    const client = createClient(accessKeyAuth(create()), (event) => events.push(event));
    await client.list();
    server.mock.clockOffset = lifetime + MINUTE; // Now the clock of this machine is wrong, too.
    await client.list();
    expect(events.filter(({ type }) => type === "credentials")).toHaveLength(2);
    expect(events.flatMap((event) => (event.type === "response" ? [event.status] : []))).toEqual([
      200, 401, 200,
    ]);
  });
});

test("1,000 calls, 50 at a time, across 20 lifetimes of a key: one request for each key, and none fails", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const auth = accessKeyAuth(ecsAgencyKeys({ endpoint: sources.metadataUrl }));
  const events: ClientEvent[] = [];
  const listen = (event: ClientEvent) => events.push(event);
  const clients = [createClient(auth, listen), createClient(auth, listen)];
  for (let batch = 0; batch < 20; batch++) {
    const calls = Array.from({ length: 50 }, (_, call) => clients[call % 2]?.list({ limit: 1 }));
    expect((await Promise.all(calls)).every((page) => page?.images.length === 1)).toBe(true);
    pass(24 * HOUR);
  }
  expect(events.filter(({ type }) => type === "credentials")).toHaveLength(20);
  expect(server.mock.requests).toHaveLength(1000); // None was replayed.
});

test("a source that is down while its key is valid fails no call", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const events: ClientEvent[] = [];
  const client = createClient(accessKeyAuth(ecsAgencyKeys({ endpoint: sources.metadataUrl })), (event) =>
    events.push(event),
  );
  await client.list();
  sources.inject({ status: 503, match: { path: "/openstack/latest/securitykey" } });
  pass(20 * HOUR);
  await client.list();
  await vi.waitFor(
    () => expect(events.some((event) => event.type === "credentials" && event.error)).toBe(true),
    {
      timeout: 60_000,
    },
  );
  expect(events).toContainEqual({
    call: 2,
    type: "credentials",
    error: expect.stringMatching(
      /^ApiError: 503: The metadata service of this server failed.*Try again later$/,
    ),
  });
  pass(3 * HOUR);
  await client.list();
  expect(server.mock.requests).toHaveLength(3);
});
