import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createImagesClient, tokenAuth } from "../../src/index.ts";
import { eventually } from "../eventually.ts";
import { type FaultServer, respond, startFaultServer } from "./fault-server.ts";
import { faultTable } from "./fault-table.ts";

let elsewhere: FaultServer;
let nowhere: string;
let server: FaultServer | undefined;

beforeAll(async () => {
  elsewhere = await startFaultServer([respond(200, { images: [], total_count: 0 })]);
  const gone = await startFaultServer([]);
  nowhere = gone.url;
  await gone.close();
});
afterEach(() => server?.close());
afterAll(() => elsewhere.close());

test.each(faultTable)("$fault: $outcome", async ({ expectation, faults, options }) => {
  server = await startFaultServer((endpoint) => faults({ endpoint, elsewhere: elsewhere.url, nowhere }));
  const urls = { endpoint: server.url, elsewhere: elsewhere.url, nowhere };
  const images = createImagesClient({
    endpoint: server.url,
    projectId: "p",
    auth: tokenAuth("not-a-real-token"),
    // Short where the test waits for it; elsewhere too long to expire on a busy machine.
    timeout: expectation.error?.["code"] === "TIMED_OUT" ? 500 : 60_000,
    retry: { baseDelay: 1, maxDelay: 20_000 },
    ...options?.(urls),
  });

  const { images: count, error, requests } = expectation;
  const call = images.list();
  if (error) await expect(call).rejects.toMatchObject(error);
  else expect((await call).images).toHaveLength(count ?? Number.NaN);
  expect(server.requests).toHaveLength(requests);
  expect(elsewhere.connections).toBe(0);
  // The client keeps no connection, neither one that was cut nor one whose response it stopped reading.
  await eventually(() => expect(server?.open).toBe(0));
});
