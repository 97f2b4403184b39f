import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type AccessKeyProvider, accessKeyAuth, type ProvidedAccessKey } from "../../src/index.ts";
import { createKeyService } from "./key-service.ts";
import { createVirtualTime } from "./virtual-time.ts";

const LIFETIME = 3_600_000;
const EXPIRIES = 20;
const AT_A_TIME = 50;

let time: ReturnType<typeof createVirtualTime>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: Date.UTC(2026, 0, 2) });
  time = createVirtualTime();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** 50 workers make 1,000 calls across 20 lifetimes of a key: all at once in each lifetime, or spread over it. */
async function soak(
  createProvider: (issue: () => ProvidedAccessKey) => AccessKeyProvider,
  spread = LIFETIME / AT_A_TIME,
) {
  const service = createKeyService(LIFETIME);
  const requests = { now: 0, most: 0, count: 0 };
  const provide = createProvider(() => service.issue());
  const auth = accessKeyAuth(async (request) => {
    requests.count += 1;
    requests.most = Math.max(requests.most, ++requests.now);
    try {
      return await provide(request);
    } finally {
      requests.now -= 1;
    }
  });
  const client = service.createClient(auth, { timeout: 300_000 });
  const { respond } = service;
  service.respond = async (request) => {
    const response = respond(request);
    await time.sleep(LIFETIME / 200);
    return response;
  };
  const errors: unknown[] = [];
  const startedAt = Date.now();
  async function work(_: unknown, worker: number) {
    for (let round = 0; round < EXPIRIES; round++) {
      await time.sleep(startedAt + round * LIFETIME + worker * spread - Date.now());
      await client.list().catch((error: unknown) => errors.push(error));
    }
  }
  await time.during(Promise.all(Array.from({ length: AT_A_TIME }, work)));
  return { service, requests, errors };
}

describe("1,000 calls across 20 lifetimes of a key", () => {
  test("fifty at once in each lifetime: one request for each key, none with an expired key, and none fails", async () => {
    const { service, requests, errors } = await soak((issue) => async () => issue(), 0);
    expect(errors).toEqual([]);
    expect(service.late).toEqual([]);
    expect(service.received).toEqual(Array.from({ length: 1000 }, (_, call) => 1 + Math.floor(call / 50)));
    expect(requests).toEqual({ now: 0, most: 1, count: EXPIRIES });
  });

  test("spread over each lifetime: one request for each key, none with an expired key, and none fails", async () => {
    const { service, requests, errors } = await soak((issue) => async () => issue());
    expect(errors).toEqual([]);
    expect(service.late).toEqual([]);
    expect(service.received).toHaveLength(1000);
    // Renewed after four fifths of its lifetime.
    expect(requests).toEqual({ now: 0, most: 1, count: 25 });
    expect(new Set(service.received).size).toBe(25);
  });

  test("a source that takes a tenth of the lifetime delays and fails no call", async () => {
    let isFirst = true;
    const { service, requests, errors } = await soak((issue) => async () => {
      if (!isFirst) await time.sleep(LIFETIME / 10);
      isFirst = false;
      return issue();
    });
    expect(errors).toEqual([]);
    expect(service.late).toEqual([]);
    expect(requests).toMatchObject({ now: 0, most: 1 });
    expect(requests.count).toBeLessThanOrEqual(25);
  });

  test.each<[string, () => ProvidedAccessKey]>([
    [
      "is down",
      () => {
        throw new TypeError("fetch failed");
      },
    ],
    ["returns garbage", () => ({ accessKey: "<html>" }) as ProvidedAccessKey],
    ["returns no object", () => null as unknown as ProvidedAccessKey],
    ["returns an expired key", () => ({ accessKey: "AK", secretKey: "SK", expiresAt: new Date(0) })],
  ])("a source that %s for the first tenth of each renewal fails no call", async (_name, give) => {
    let failingUntil = 0;
    let failures = 0;
    const { service, requests, errors } = await soak((issue) => async () => {
      if (failingUntil === 0) failingUntil = Date.now() - 1; // The first key must arrive.
      if (failingUntil === Number.POSITIVE_INFINITY) failingUntil = Date.now() + LIFETIME / 10;
      if (Date.now() <= failingUntil) {
        failures += 1;
        return give();
      }
      failingUntil = Number.POSITIVE_INFINITY;
      return issue();
    });
    expect(errors).toEqual([]);
    expect(service.late).toEqual([]);
    expect(requests.most).toBe(1);
    expect(service.issued).toBeGreaterThanOrEqual(EXPIRIES);
    expect(failures).toBeGreaterThanOrEqual(EXPIRIES);
  });

  test("while a source is down for two lifetimes, calls fail with its error once the key has expired", async () => {
    const start = Date.now() + 5.5 * LIFETIME;
    const { service, errors } = await soak((issue) => async () => {
      if (Date.now() >= start && Date.now() < start + 2 * LIFETIME) throw new TypeError("fetch failed");
      return issue();
    });
    expect(new Set(errors.map(String))).toEqual(new Set(["TypeError: fetch failed"]));
    expect(service.late).toEqual([]);
    expect(service.received).toHaveLength(1000 - errors.length);
    // The key at its start was valid for at least another fifth of its lifetime.
    expect(errors.length).toBeLessThanOrEqual(1.8 * AT_A_TIME);
  });
});
