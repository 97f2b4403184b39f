import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { delayBefore } from "../../src/call/retry.ts";
import { ApiError, type ClientEvent, type ImagesClientOptions, InputError } from "../../src/index.ts";
import { createTestClient } from "../test-client.ts";

const PAGE = { images: [{ id: "a" }], total_count: 1 };
const busy = (headers: Record<string, string> = {}) =>
  Response.json({ error_code: "E" }, { status: 503, headers });

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A client that receives these responses in order, the last one again and again, and the times of its requests. */
function createRetrying(responses: (() => Response)[], options: Partial<ImagesClientOptions> = {}) {
  const times: number[] = [];
  const events: ClientEvent[] = [];
  const client = createTestClient(
    () => {
      times.push(Date.now());
      const next = responses[times.length - 1] ?? responses.at(-1);
      if (!next) throw new TypeError("fetch failed");
      return next();
    },
    { retry: {}, onEvent: (event) => void events.push(event), ...options },
  );
  const settle = async () => {
    const call = client.list().catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    return call;
  };
  return { client, times, events, settle };
}

const gaps = (times: number[]) => times.slice(1).map((time, index) => time - (times[index] ?? 0));

describe("attempts", () => {
  test("are three by default", async () => {
    const { times, settle } = createRetrying([busy]);
    expect(await settle()).toMatchObject({ code: "API_ERROR", status: 503 });
    expect(times).toHaveLength(3);
  });

  test("are one with retry: false", async () => {
    const { times, settle } = createRetrying([busy], { retry: false });
    await settle();
    expect(times).toHaveLength(1);
  });

  test("are repeated after a lost connection", async () => {
    const { times, settle } = createRetrying([]);
    expect(await settle()).toMatchObject({ code: "CONNECTION_FAILED" });
    expect(times).toHaveLength(3);
  });

  test.each([
    [{ attempts: -1 }, "retry.attempts is -1, but must be 0 or more"],
    [{ baseDelay: Number.NaN }, "retry.baseDelay is NaN"],
    [{ maxDelay: -5 }, "retry.maxDelay is -5"],
    [{ budget: "many" as unknown as number }, 'retry.budget is "many"'],
  ])("rejects %o", (retry, message) => {
    expect(() => createRetrying([], { retry })).toThrow(InputError);
    expect(() => createRetrying([], { retry })).toThrow(message);
  });
});

describe("the delay before a retry", () => {
  test("doubles up to maxDelay", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    const { times, settle } = createRetrying([busy], {
      retry: { attempts: 5, baseDelay: 100, maxDelay: 500 },
    });
    await settle();
    expect(gaps(times)).toEqual([50, 100, 200, 250]);
  });

  test("is random from zero to its bound, so that clients do not retry at the same time", async () => {
    const random = vi.spyOn(Math, "random").mockReturnValueOnce(0).mockReturnValueOnce(0.99);
    const { times, settle } = createRetrying([busy], { retry: { baseDelay: 100 } });
    await settle();
    expect(gaps(times)).toEqual([0, 198]);
    expect(random).toHaveBeenCalledTimes(2);
  });

  test("is Retry-After plus up to half of it", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    const { times, settle } = createRetrying([() => busy({ "Retry-After": "7" })], {
      retry: { attempts: 2 },
    });
    await settle();
    expect(gaps(times)).toEqual([7000 + 1750]);
  });

  test.each([2, 20])(
    "spreads 500 clients that got a Retry-After of %i seconds over half of it",
    async (seconds) => {
      const arrivals: number[] = [];
      const clients = Array.from({ length: 500 }, () =>
        createRetrying([() => busy({ "Retry-After": String(seconds) }), () => Response.json(PAGE)]),
      );
      const calls = clients.map(({ client }) => client.list());
      await vi.runAllTimersAsync();
      await Promise.all(calls);
      for (const { times } of clients) arrivals.push(...gaps(times));
      const earliest = Math.min(...arrivals);
      expect(earliest).toBeGreaterThanOrEqual(seconds * 1000);
      expect(Math.max(...arrivals) - earliest).toBeGreaterThan(seconds * 400);
    },
  );

  test.each([
    ["21", 21],
    ["9".repeat(400), 1e10],
  ])("never starts when Retry-After is %s, longer than maxDelay", async (seconds, retryAfter) => {
    const { times, settle } = createRetrying([() => busy({ "Retry-After": seconds })]);
    expect(await settle()).toMatchObject({ code: "API_ERROR", retryAfter });
    expect(times).toHaveLength(1);
  });

  test("is zero with a maxDelay of 0, and the retry still happens", async () => {
    const { times, settle } = createRetrying([busy], { retry: { maxDelay: 0 } });
    await settle();
    expect(gaps(times)).toEqual([0, 0]);
  });

  test("never starts when it would end after the deadline", async () => {
    const { times, settle } = createRetrying([() => busy({ "Retry-After": "5" })], { deadline: 4000 });
    expect(await settle()).toMatchObject({ code: "API_ERROR", retryAfter: 5 });
    expect(times).toHaveLength(1);
  });

  test("longer than the longest timer does not end at once", async () => {
    const retry = { attempts: 2, maxDelay: Number.POSITIVE_INFINITY };
    const { times, settle } = createRetrying([() => busy({ "Retry-After": "31536000" }), busy], { retry });
    await settle();
    expect(gaps(times)[0]).toBeGreaterThan(24 * 86_400_000);
  });

  test("is never negative, never NaN, and absent only if Retry-After is longer than maxDelay", () => {
    const count = fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e9, noNaN: true }));
    const seconds = fc.option(fc.double({ min: 0, max: 1e10, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(
        seconds,
        fc.integer({ min: 1, max: 5000 }),
        count,
        count,
        (retryAfter, retry, base, most) => {
          const delay = delayBefore(new ApiError({ status: 503, retryAfter }), retry, base, most);
          const asked = (retryAfter ?? 0) * 1000;
          if (asked > most) {
            expect(delay).toBeUndefined();
            return;
          }
          expect(delay).toBeGreaterThanOrEqual(asked);
          expect(delay).toBeLessThanOrEqual(asked ? asked + Math.max(base, asked / 2) : most);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("the retry budget", () => {
  const BUDGET = 10;
  const retry = { baseDelay: 1, budget: BUDGET };

  test("a thousand calls in an outage add at most 10 % and the initial retries", async () => {
    const { client, times } = createRetrying([busy], { retry });
    const calls = Array.from({ length: 1000 }, () => client.list().catch(() => {}));
    await vi.runAllTimersAsync();
    await Promise.all(calls);
    expect(times.length).toBeLessThanOrEqual(1.1 * 1000 + BUDGET);
    expect(times).toHaveLength(1000 + BUDGET);
  });

  test("when every second attempt fails, retries add at most 10 % and the initial retries", async () => {
    let count = 0;
    const { client, times } = createRetrying([() => (count++ % 2 ? Response.json(PAGE) : busy())], { retry });
    for (let call = 0; call < 1000; call++) {
      const settled = client.list().catch(() => {});
      await vi.runAllTimersAsync();
      await settled;
    }
    expect(times.length).toBeGreaterThan(1000);
    expect(times.length).toBeLessThanOrEqual(1.1 * 1000 + BUDGET);
  });

  test("ten successes allow one retry", async () => {
    let isDown = true;
    const respond = () => (isDown ? busy() : Response.json(PAGE));
    const { times, settle } = createRetrying([respond], { retry: { baseDelay: 1, budget: 1 } });
    const attempts = async () => {
      const before = times.length;
      await settle();
      return times.length - before;
    };
    expect([await attempts(), await attempts()]).toEqual([2, 1]);
    isDown = false;
    for (let call = 0; call < 9; call++) await settle();
    isDown = true;
    expect(await attempts()).toBe(1);
    isDown = false;
    await settle();
    isDown = true;
    expect([await attempts(), await attempts()]).toEqual([2, 1]);
  });

  test("successes do not save up more than the initial retries", async () => {
    let isDown = false;
    const respond = () => (isDown ? busy() : Response.json(PAGE));
    const { times, settle } = createRetrying([respond], { retry: { baseDelay: 1, budget: 1 } });
    for (let call = 0; call < 50; call++) await settle();
    isDown = true;
    await settle();
    await settle();
    expect(times).toHaveLength(50 + 2 + 1);
  });

  test("is shared by the clients of a process that send to the same origin in the same way", async () => {
    let requests = 0;
    const fetch = async () => {
      requests += 1;
      return busy();
    };
    const call = async (endpoint: string) => {
      const calling = createTestClient(() => busy(), { fetch, endpoint, retry })
        .list()
        .catch(() => {});
      await vi.runAllTimersAsync();
      await calling;
    };
    const spellings = [
      "https://workspace.example",
      "HTTPS://WORKSPACE.example:443",
      "https://workspace.example//",
    ];
    for (let count = 0; count < 99; count++) await call(spellings[count % 3] ?? "");
    expect(requests).toBe(99 + BUDGET);
    requests = 0;
    await call("https://workspace.other.example");
    expect(requests).toBe(3);
  });

  test("refills with time: a retry every two hours", async () => {
    const { times, settle } = createRetrying([busy], { retry: { attempts: 2, baseDelay: 1, budget: 2 } });
    const attempts = async () => {
      const before = times.length;
      await settle();
      return times.length - before;
    };
    expect([await attempts(), await attempts(), await attempts()]).toEqual([2, 2, 1]);
    vi.advanceTimersByTime(1.9 * 3_600_000);
    expect(await attempts()).toBe(1);
    vi.advanceTimersByTime(0.2 * 3_600_000);
    expect([await attempts(), await attempts()]).toEqual([2, 1]);
    vi.advanceTimersByTime(1000 * 3_600_000);
    expect([await attempts(), await attempts(), await attempts()]).toEqual([2, 2, 1]);
  });

  test("withholds a retry with an event, and the report says so", async () => {
    const { events, settle } = createRetrying([busy], { retry: { budget: 1, baseDelay: 1 } });
    const error = await settle();
    expect(events.map(({ type }) => type)).toEqual([
      ...["attempt", "response", "retry", "attempt", "response", "withheld"],
    ]);
    expect(events.at(-1)).toEqual({
      ...{ call: 1, type: "withheld", attempt: 3, error: "ApiError: 503 E: no readable error body" },
    });
    expect((error as ApiError).toReport()).toMatchObject({ isRetryWithheld: true });
    const { settle: settleLast } = createRetrying([busy]);
    expect((await settleLast()) as ApiError).toSatisfy(
      (last: ApiError) => !("isRetryWithheld" in last.toReport()),
    );
  });

  test("a budget of 0 allows no retry", async () => {
    const { times, settle } = createRetrying([busy], { retry: { budget: 0 } });
    await settle();
    expect(times).toHaveLength(1);
  });
});

describe("onEvent", () => {
  test("receives attempts and responses, and the delay between them", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    const succeed = () => Response.json(PAGE, { headers: { "X-Request-Id": "r2" } });
    const { events, settle } = createRetrying([busy, succeed]);
    await settle();
    const request = { target: "images", method: "GET", url: "https://workspace.example/v2/p/images" };
    const failure = { code: "API_ERROR", errorCode: "E" };
    const error = "ApiError: 503 E: no readable error body";
    expect(events).toEqual([
      { call: 1, type: "attempt", attempt: 1, ...request },
      {
        ...request,
        ...failure,
        call: 1,
        type: "response",
        attempt: 1,
        duration: expect.any(Number),
        status: 503,
        error,
      },
      { call: 1, type: "retry", attempt: 2, delay: 100, error },
      { call: 1, type: "attempt", attempt: 2, ...request },
      {
        ...request,
        call: 1,
        type: "response",
        attempt: 2,
        duration: expect.any(Number),
        status: 200,
        requestId: "r2",
      },
    ]);
  });

  test("receives the replay after a 401 as a retry", async () => {
    const { events, settle } = createRetrying(
      [() => Response.json({ error_code: "APIGW.0307" }, { status: 401 }), () => Response.json(PAGE)],
      { auth: { apply: () => {}, refresh: () => true } },
    );
    await settle();
    expect(events.map(({ type }) => type)).toEqual(["attempt", "response", "retry", "attempt", "response"]);
    expect(events[2]).toMatchObject({ attempt: 2, delay: 0, error: expect.stringContaining("APIGW.0307") });
  });

  test("receives the number of the call, to distinguish calls that run at the same time", async () => {
    const { client, events } = createRetrying([busy, () => Response.json(PAGE)]);
    const calls = Promise.all([client.list(), client.list()]);
    await vi.runAllTimersAsync();
    await calls;
    const attemptsOf = (call: number) =>
      events.filter((event) => event.type === "attempt" && event.call === call);
    expect([attemptsOf(1), attemptsOf(2)].map(({ length }) => length)).toEqual([2, 1]);
  });

  test.each([
    [
      "throws",
      () => {
        throw new Error("from the listener");
      },
    ],
    ["rejects", () => Promise.reject(new Error("from the listener"))],
  ])("a listener that %s does not affect the call", async (_how, onEvent) => {
    const { settle } = createRetrying([busy, () => Response.json(PAGE)], { onEvent });
    expect(await settle()).toEqual(PAGE);
  });
});
