import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  type ApiError,
  type ImagesClientOptions,
  InputError,
  type TokenProvider,
  tokenAuth,
} from "../../src/index.ts";
import { createTestClient, imagesFrom } from "../test-client.ts";

const MINUTE = 60_000;
const page = () => Response.json({ images: imagesFrom(0, 1), total_count: 1 });
const rejection = () =>
  Response.json({ error_code: "APIGW.0307", error_msg: "The token must be updated" }, { status: 401 });
const never = () => new Promise<never>(() => {});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A service that accepts some tokens, and a provider whose calls are recorded. */
function createService(isValid: (token: string | null) => boolean, provider: TokenProvider) {
  const sent: (string | null)[] = [];
  const rejected: string[] = [];
  const auth = tokenAuth((request) => {
    if (request.rejected) rejected.push(request.rejected);
    return provider(request);
  });
  const createClient = (options: Partial<ImagesClientOptions> = {}) =>
    createTestClient(
      ({ headers }) => {
        const token = headers.get("X-Auth-Token");
        sent.push(token);
        return isValid(token) ? page() : rejection();
      },
      { auth, ...options },
    );
  return { sent, rejected, createClient };
}

/** A provider with a cached token, which it replaces when that is rejected. */
function createRenewing(delay?: number): TokenProvider {
  let count = 1;
  return async ({ rejected }) => {
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay));
    if (rejected === `token-${count}`) count += 1;
    return `token-${count}`;
  };
}

describe("a rejected token", () => {
  test("is passed to the provider once, however many calls used it, and all are replayed", async () => {
    const { sent, rejected, createClient } = createService((token) => token === "token-2", createRenewing(5));
    const client = createClient();
    await Promise.all(Array.from({ length: 100 }, () => client.list()));
    expect(rejected).toEqual(["token-1"]);
    expect(sent).toHaveLength(200);
  });

  test("is not passed again after it was replaced", async () => {
    const renew = createRenewing();
    let isStale = false;
    const provider: TokenProvider = (request) => (isStale && !request.rejected ? "token-1" : renew(request));
    const { rejected, createClient } = createService((token) => token === "token-2", provider);
    const client = createClient();
    await client.list();
    isStale = true;
    await client.list().catch(() => {});
    expect(rejected).toEqual(["token-1"]);
  });

  test("that was just issued stops renewals for a minute, then for two and so on", async () => {
    const { sent, rejected, createClient } = createService(() => false, createRenewing());
    const client = createClient({ retry: { budget: 1000 } });
    const renewedAt: number[] = [];
    const failures = new Set<unknown>();
    for (let second = 0; second < 600; second++) {
      const before = rejected.length;
      await client.list().catch(({ status }: ApiError) => failures.add(status));
      if (rejected.length > before) renewedAt.push(second);
      vi.advanceTimersByTime(1000);
    }
    expect([...failures]).toEqual([401]);
    expect(renewedAt).toEqual([0, 60, 180, 420]);
    expect(sent).toHaveLength(600 + 4);
  }, 60_000);

  test("that the provider returns again is passed again after a minute", async () => {
    let current = "old";
    const { rejected, createClient } = createService(
      (token) => token === "new",
      () => current,
    );
    const client = createClient();
    await expect(client.list()).rejects.toMatchObject({ status: 401 });
    await expect(client.list()).rejects.toMatchObject({ status: 401 });
    expect(rejected).toEqual(["old"]);
    vi.advanceTimersByTime(MINUTE);
    await expect(client.list()).rejects.toMatchObject({ status: 401 });
    expect(rejected).toEqual(["old", "old"]);
    current = "new";
    await client.list();
    expect(rejected).toEqual(["old", "old"]);
  });
});

test("a replay that is accepted costs no budget", async () => {
  const statuses = [...Array.from({ length: 5 }, () => [401, 200]).flat(), 503, 200];
  const client = createTestClient(
    () => {
      const status = statuses.shift() ?? 200;
      return status === 200 ? page() : Response.json({}, { status });
    },
    {
      auth: { apply: ({ headers }) => headers.set("X-Auth-Token", "token"), refresh: () => true },
      retry: { budget: 1, baseDelay: 1 },
    },
  );
  for (let call = 0; call < 6; call++) await client.list();
  expect(statuses).toEqual([]);
});

test("a call refreshes its credentials once, also if a retry is rejected again", async () => {
  const statuses = [401, 503, 401];
  const refresh = vi.fn(() => true);
  const client = createTestClient(() => Response.json({}, { status: statuses.shift() ?? 500 }), {
    auth: { apply: ({ headers }) => headers.set("X-Auth-Token", "token"), refresh },
    retry: { baseDelay: 1 },
  });
  await expect(client.list()).rejects.toMatchObject({ status: 401 });
  expect(refresh).toHaveBeenCalledOnce();
  expect(statuses).toEqual([]);
});

test("a replay that is rejected, too, counts as a retry", async () => {
  let count = 0;
  const sent: unknown[] = [];
  const client = createTestClient(
    (request) => {
      sent.push(request);
      return rejection();
    },
    {
      auth: { apply: ({ headers }) => headers.set("X-Auth-Token", `token-${count++}`), refresh: () => true },
      retry: { budget: 10 },
    },
  );
  for (let call = 0; call < 100; call++) await client.list().catch(() => {});
  expect(sent).toHaveLength(100 + 10);
});

describe("a provider that never settles", () => {
  test("ends with the time-out of the attempt", async () => {
    const { sent, createClient } = createService(() => true, never);
    await expect(createClient({ timeout: 30 }).list()).rejects.toMatchObject({ code: "TIMED_OUT" });
    expect(sent).toEqual([]);
  });

  test("ends with the time-out when it is called with a rejected token", async () => {
    const provider: TokenProvider = ({ rejected }) => (rejected ? never() : "token-1");
    const { sent, createClient } = createService(() => false, provider);
    await expect(createClient({ timeout: 30 }).list()).rejects.toMatchObject({ code: "TIMED_OUT" });
    expect(sent).toEqual(["token-1"]);
  });

  test("does not hang later calls", async () => {
    let calls = 0;
    const { createClient } = createService(
      () => true,
      () => (calls++ ? "token-1" : never()),
    );
    const client = createClient({ timeout: 30 });
    await expect(client.list()).rejects.toMatchObject({ code: "TIMED_OUT" });
    await client.list();
  });

  test("is retried like any attempt that times out", async () => {
    let calls = 0;
    const { createClient } = createService(
      () => true,
      () => (calls++ ? "token-1" : never()),
    );
    await createClient({ timeout: 30, retry: { baseDelay: 1 } }).list();
    expect(calls).toBe(2);
  });
});

test.each(['a"b"', '"a"b', "\"a'"])("accepts the token %s, which only contains quotation marks", (token) => {
  expect(() => tokenAuth(token)).not.toThrow();
});

test.each(['"not-a-real-token"', "'not-a-real-token'"])(
  "rejects the token %s in quotation marks",
  async (token) => {
    expect(() => tokenAuth(token)).toThrow(
      new InputError("token is in quotation marks. Remove them", "token"),
    );
    const { createClient } = createService(
      () => true,
      () => token,
    );
    await expect(createClient().list()).rejects.toThrow("token is in quotation marks");
  },
);
