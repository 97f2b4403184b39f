import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createSigningKey } from "../../src/auth/signing-key.ts";
import {
  type AccessKeyProvider,
  ApiError,
  accessKeyAuth,
  type ClientEvent,
  InputError,
  type ProvidedAccessKey,
  TimeoutError,
} from "../../src/index.ts";
import { eventually } from "../eventually.ts";
import { imagesFrom } from "../test-client.ts";
import { createKeyService, keyOf, numberOf } from "./key-service.ts";

vi.mock("../../src/auth/signing-key.ts", { spy: true });

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const fail = (): never => {
  throw new Error("canary-reason: the source is down");
};

/** Lets everything that is on its way without the network arrive. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

const pass = (time: number) => vi.setSystemTime(Date.now() + time);

/** A promise that the test settles. */
function createPending<T>() {
  let give: (value: T) => void = () => {};
  const given = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { give, given };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: Date.UTC(2026, 0, 2, 3, 4, 5) });
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each([
  ["a day", DAY],
  ["fifteen minutes", HOUR / 4],
  ["a second", 1000],
])("a key for %s", (_name, lifetime) => {
  test("is kept for most of its lifetime", async () => {
    const service = createKeyService(lifetime);
    const client = service.createClient(accessKeyAuth(async () => service.issue()));
    await client.list();
    pass(0.79 * lifetime);
    await client.list();
    await settle();
    expect(service.issued).toBe(1);
    expect(service.received).toEqual([1, 1]);
  });

  test("is renewed in the background by a call late in its lifetime, which does not wait", async () => {
    const service = createKeyService(lifetime);
    const { give, given } = createPending<ProvidedAccessKey>();
    const provider = vi.fn<AccessKeyProvider>(async () => service.issue());
    const client = service.createClient(accessKeyAuth(provider));
    await client.list();
    pass(0.81 * lifetime);
    provider.mockReturnValueOnce(given);
    await Promise.all(Array.from({ length: 5 }, () => client.list()));
    expect(service.received).toEqual([1, 1, 1, 1, 1, 1]);
    expect(provider).toHaveBeenCalledTimes(2);
    give(service.issue());
    await settle();
    await client.list();
    expect(service.received.at(-1)).toBe(2);
    expect(provider).toHaveBeenCalledTimes(2);
  });

  test("stays in use while its renewal fails, with an event for each attempt, and ends when it expires", async () => {
    const service = createKeyService(lifetime);
    const provider = vi.fn<AccessKeyProvider>(async () => service.issue());
    const events: ClientEvent[] = [];
    const client = service.createClient(accessKeyAuth(provider), { onEvent: (event) => events.push(event) });
    await client.list();
    provider.mockImplementation(fail);
    for (const part of [0.85, 0.9, 0.99]) {
      vi.setSystemTime(Date.UTC(2026, 0, 2, 3, 4, 5) + part * lifetime);
      await client.list();
      await settle();
    }
    expect(service.received).toEqual([1, 1, 1, 1]);
    expect(events.filter(({ type }) => type === "credentials")).toEqual([
      {
        call: 1,
        type: "credentials",
        expiresAt: new Date(Date.UTC(2026, 0, 2, 3, 4, 5) + lifetime).toISOString(),
      },
      { call: 2, type: "credentials", error: "The provider failed with Error" },
      { call: 3, type: "credentials", error: "The provider failed with Error" },
      { call: 4, type: "credentials", error: "The provider failed with Error" },
    ]);
    expect(inspect(events)).not.toContain("canary");
    vi.setSystemTime(Date.UTC(2026, 0, 2, 3, 4, 5) + lifetime);
    await expect(client.list()).rejects.toThrow("the source is down");
    expect(service.received).toHaveLength(4);
    provider.mockImplementation(async () => service.issue());
    await client.list();
    expect(service.received.at(-1)).toBe(2);
  });
});

test("a failed renewal is not retried at once, however many calls are made", async () => {
  const service = createKeyService(DAY);
  const provider = vi.fn<AccessKeyProvider>(async () => service.issue());
  const client = service.createClient(accessKeyAuth(provider));
  await client.list();
  provider.mockImplementation(fail);
  pass(0.9 * DAY);
  for (let call = 0; call < 5; call++) {
    await client.list();
    await settle();
  }
  expect(provider).toHaveBeenCalledTimes(2);
  pass(60_000);
  await client.list();
  expect(provider).toHaveBeenCalledTimes(3);
});

test("fifty callers of two clients share one request for a key", async () => {
  const service = createKeyService(HOUR);
  const provider = vi.fn<AccessKeyProvider>(async () => service.issue());
  const auth = accessKeyAuth(provider);
  const clients = [service.createClient(auth), service.createClient(auth)];
  await Promise.all(Array.from({ length: 50 }, (_, index) => clients[index % 2]?.list()));
  expect(provider).toHaveBeenCalledOnce();
  expect(service.received).toEqual(Array(50).fill(1));
});

test("the signatures of a new key are sent one at a time until one has been accepted", async () => {
  const service = createKeyService(HOUR);
  const client = service.createClient(accessKeyAuth(async () => service.issue()));
  await client.list();
  pass(HOUR);
  const { give, given } = createPending<Response>();
  const respond = service.respond;
  service.respond = (request) =>
    numberOf(request) === 2 && service.received.push(2) ? given : respond(request);
  const calls = Array.from({ length: 5 }, () => client.list());
  await eventually(() => expect(service.received).toEqual([1, 2]));
  await settle();
  expect(service.received).toEqual([1, 2]);
  service.respond = respond;
  give(Response.json({ images: imagesFrom(0, 1) }));
  await Promise.all(calls);
  expect(service.received).toHaveLength(6);
});

describe("a rejected key", () => {
  test("is replaced once for all calls that used it, and the calls are replayed", async () => {
    const service = createKeyService(HOUR);
    const provider = vi.fn<AccessKeyProvider>(async () => service.issue());
    const client = service.createClient(accessKeyAuth(provider));
    await client.list();
    service.rejected.add(1);
    await Promise.all(Array.from({ length: 50 }, () => client.list()));
    expect(provider.mock.calls.map(([{ rejected }]) => rejected)).toEqual([undefined, "CANARYACCESSKEY1"]);
    expect(service.received.filter((number) => number === 2)).toHaveLength(50);
  });

  test("is replaced also for calls that wait for their turn", async () => {
    const service = createKeyService(HOUR);
    service.rejected.add(1);
    const client = service.createClient(accessKeyAuth(async () => service.issue()));
    await Promise.all(Array.from({ length: 5 }, () => client.list()));
    expect(service.received).toEqual([1, 2, 2, 2, 2, 2]);
  });

  test("stands as rejected when the provider returns it again: later calls neither ask nor send", async () => {
    const service = createKeyService();
    service.rejected.add(1);
    const expiresAt = new Date(Date.now() + DAY);
    const provider = vi.fn<AccessKeyProvider>(async () => keyOf(1, expiresAt));
    const client = service.createClient(accessKeyAuth(provider));
    const errors = new Set<unknown>();
    for (let call = 0; call < 5; call++) await client.list().catch((error: unknown) => errors.add(error));
    expect([...errors]).toEqual([expect.objectContaining({ code: "API_ERROR", status: 401 })]);
    expect(service.received).toEqual([1]);
    expect(provider.mock.calls.map(([{ rejected }]) => rejected)).toEqual([undefined, "CANARYACCESSKEY1"]);
  });

  test("stands as rejected when the next one is rejected, too", async () => {
    const service = createKeyService(DAY);
    service.rejected.add(1).add(2);
    const client = service.createClient(accessKeyAuth(async () => service.issue()));
    for (let call = 0; call < 5; call++) await expect(client.list()).rejects.toThrow(ApiError);
    expect(service.received).toEqual([1, 2]);
    expect(service.issued).toBe(2);
  });

  test("stands as rejected for a call whose provider fails, and the next call asks again", async () => {
    const service = createKeyService(DAY);
    service.rejected.add(1);
    const provider = vi.fn<AccessKeyProvider>(fail).mockImplementationOnce(async () => service.issue());
    const events: ClientEvent[] = [];
    const client = service.createClient(accessKeyAuth(provider), { onEvent: (event) => events.push(event) });
    await expect(client.list()).rejects.toThrow("APIGW.0301");
    expect(events).toContainEqual({ call: 1, type: "credentials", error: "The provider failed with Error" });
    await expect(client.list()).rejects.toThrow("the source is down");
    provider.mockImplementation(async () => service.issue());
    await client.list();
    expect(provider.mock.lastCall?.[0].rejected).toBe("CANARYACCESSKEY1");
    expect(service.received).toEqual([1, 2]);
  });

  test("is made known to a provider that is just returning it again", async () => {
    const service = createKeyService();
    const expiresAt = new Date(Date.now() + HOUR);
    const { give, given } = createPending<ProvidedAccessKey>();
    const provider = vi.fn<AccessKeyProvider>(async ({ rejected }) => keyOf(rejected ? 2 : 1, expiresAt));
    const client = service.createClient(accessKeyAuth(provider));
    await client.list();
    pass(0.9 * HOUR);
    provider.mockReturnValueOnce(given);
    service.rejected.add(1);
    const call = client.list();
    await eventually(() => expect(service.received).toEqual([1, 1]));
    await settle();
    give(keyOf(1, expiresAt));
    await call;
    expect(service.received).toEqual([1, 1, 2]);
  });
});

test("a late rejection of a key that was already replaced says nothing about the new one", async () => {
  const service = createKeyService(HOUR);
  const provider = vi.fn<AccessKeyProvider>(async () => service.issue());
  const client = service.createClient(accessKeyAuth(provider));
  await client.list();
  service.rejected.add(1);
  const { give, given } = createPending<Response>();
  const { respond } = service;
  service.respond = (request) => {
    service.respond = respond;
    service.received.push(numberOf(request));
    return given;
  };
  const late = client.list();
  await eventually(() => expect(service.received).toHaveLength(2));
  await client.list();
  give(service.reject());
  await late;
  pass(HOUR);
  await client.list();
  expect(service.received).toEqual([1, 1, 1, 2, 2, 3]);
  expect(provider.mock.calls.map(([{ rejected }]) => rejected)).toEqual([
    undefined,
    "CANARYACCESSKEY1",
    undefined,
  ]);
});

test("a key that the provider returns again with a later expiry is used until then", async () => {
  const service = createKeyService();
  const client = service.createClient(accessKeyAuth(() => keyOf(1, new Date(Date.now() + HOUR))));
  await client.list();
  for (let renewal = 0; renewal < 3; renewal++) {
    pass(0.9 * HOUR);
    await client.list();
    await settle();
  }
  expect(service.received).toEqual([1, 1, 1, 1]);
});

test.each(["accessKey", "secretKey", "securityToken"] as const)(
  "a key with another %s is another key",
  async (part) => {
    const service = createKeyService();
    const signatures = new Set<string | null>();
    service.respond = ({ headers }) => {
      signatures.add(headers.get("Authorization"));
      return Response.json({ images: imagesFrom(0, 1) });
    };
    const provider = vi.fn<AccessKeyProvider>(() => keyOf(1));
    const client = service.createClient(accessKeyAuth(provider));
    await client.list();
    provider.mockReturnValue({ ...keyOf(1), [part]: "another" });
    await client.list();
    expect(signatures.size).toBe(2);
  },
);

test("a request for a key that no call waits for any more is no failure, and no event", async () => {
  const service = createKeyService();
  const events: ClientEvent[] = [];
  const provider = vi.fn<AccessKeyProvider>(() => new Promise(() => {}));
  const client = service.createClient(accessKeyAuth(provider), { onEvent: (event) => events.push(event) });
  const controller = new AbortController();
  const left = client.list({}, { signal: controller.signal });
  await eventually(() => expect(provider).toHaveBeenCalledOnce());
  controller.abort("enough");
  await expect(left).rejects.toBe("enough");
  await settle();
  expect(events.filter(({ type }) => type === "credentials")).toEqual([]);
});

test("a renewal that fails without a reason is an event, too", async () => {
  const service = createKeyService(HOUR);
  const provider = vi.fn<AccessKeyProvider>(async () => service.issue());
  const errors: unknown[] = [];
  const client = service.createClient(accessKeyAuth(provider), {
    onEvent: (event) => event.type === "credentials" && event.error && errors.push(event.error),
  });
  await client.list();
  pass(0.9 * HOUR);
  provider.mockRejectedValue(undefined);
  await client.list();
  await settle();
  expect(errors).toEqual(["The provider failed with an error"]);
});

describe("a key without expiresAt", () => {
  test("is asked for by each call, and accepted signatures of the same key need no proof again", async () => {
    const service = createKeyService();
    const provider = vi.fn<AccessKeyProvider>(() => keyOf(1));
    const client = service.createClient(accessKeyAuth(provider));
    await client.list();
    await client.list();
    expect(provider).toHaveBeenCalledTimes(2);
    const { give, given } = createPending<Response>();
    service.respond = (request) => {
      service.received.push(numberOf(request));
      return given.then((one) => one.clone());
    };
    const calls = Array.from({ length: 3 }, () => client.list());
    await eventually(() => expect(service.received).toHaveLength(5));
    give(Response.json({ images: imagesFrom(0, 1) }));
    await Promise.all(calls);
  });

  test("stands as rejected when it is returned again, and sends nothing", async () => {
    const service = createKeyService();
    service.rejected.add(1);
    const client = service.createClient(accessKeyAuth(() => keyOf(1)));
    for (let call = 0; call < 5; call++) await expect(client.list()).rejects.toThrow(ApiError);
    expect(service.received).toEqual([1]);
  });
});

describe("an expired key", () => {
  test.each([-1, 0])("of %i ms from now is an InputError, and nothing is sent", async (time) => {
    const service = createKeyService();
    const client = service.createClient(accessKeyAuth(() => keyOf(1, new Date(Date.now() + time))));
    const error = await client.list().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toMatch(
      /The access key expired at 2026-.*Z, and it is 2026-01-02T03:04:05.000Z\. Check its source, and the clock/,
    );
    expect(error).toHaveProperty("field", "expiresAt");
    expect(service.received).toEqual([]);
  });

  test("is not sent by a call that waited for its turn until the key had expired", async () => {
    const service = createKeyService(HOUR);
    const client = service.createClient(accessKeyAuth(async () => service.issue()));
    const { give, given } = createPending<Response>();
    const respond = service.respond;
    service.respond = (request) => {
      service.received.push(numberOf(request));
      return given;
    };
    const calls = [client.list(), client.list()];
    await eventually(() => expect(service.received).toEqual([1]));
    await settle();
    pass(HOUR);
    service.respond = respond;
    give(Response.json({ images: imagesFrom(0, 1) }));
    await Promise.all(calls);
    expect(service.received).toEqual([1, 2]);
  });

  test("is not sent by a call that waited, and does not hold up the same key with a later expiry", async () => {
    const service = createKeyService();
    const provider = () => keyOf(1, new Date(Date.now() + HOUR));
    const client = service.createClient(accessKeyAuth(provider), { retry: false });
    const { give, given } = createPending<Response>();
    const respond = service.respond;
    service.respond = (request) => {
      service.received.push(numberOf(request));
      return given;
    };
    const failing = client.list();
    await eventually(() => expect(service.received).toHaveLength(1));
    const waiting = client.list();
    await settle();
    pass(HOUR);
    service.respond = respond;
    give(new Response(null, { status: 503 }));
    await expect(failing).rejects.toThrow(ApiError);
    await waiting;
    expect(service.received).toHaveLength(2);
  });

  test("is not sent after 99.9 percent of its lifetime", async () => {
    const service = createKeyService(1000);
    const client = service.createClient(accessKeyAuth(async () => service.issue()));
    await client.list();
    pass(999);
    await client.list();
    expect(service.received).toEqual([1, 2]);
  });

  test("is not sent when it expires while the request is signed", async () => {
    const service = createKeyService(HOUR);
    const client = service.createClient(accessKeyAuth(async () => service.issue()));
    vi.mocked(createSigningKey).mockImplementationOnce((secretKey) => {
      pass(HOUR);
      return createSigningKey(secretKey);
    });
    await client.list();
    expect(service.received).toEqual([2]);
  });

  test("is recognized by the time of the service, once that is known", async () => {
    const service = createKeyService();
    const ahead = HOUR;
    const dated = () => ({ status: 401, headers: { Date: new Date(Date.now() + ahead).toUTCString() } });
    let number = 0;
    const client = service.createClient(
      accessKeyAuth(() => keyOf(++number, new Date(Date.now() + ahead + HOUR / 2))),
    );
    const respond = service.respond;
    service.respond = (request) => {
      service.respond = respond;
      service.received.push(numberOf(request));
      return Response.json({ error_code: "APIGW.0301" }, dated());
    };
    await client.list(); // Its key has half an hour left, not one and a half.
    expect(service.received).toEqual([1, 1]);
    pass(HOUR / 2);
    await client.list();
    expect(service.received).toEqual([1, 1, 2]); // And no second 401: the offset is kept for the new key.
  });
});

describe("what is not a key", () => {
  test.each([
    [null, "accessKey is missing or empty"],
    ["canary", "accessKey is missing or empty"],
    [{ ...keyOf(1), secretKey: 'canary"secret"' + "\n" }, "secretKey must be an ASCII string"],
    [{ ...keyOf(1), securityToken: "" }, "securityToken is missing or empty"],
    [{ ...keyOf(1), expiresAt: new Date(Number.NaN) }, "expiresAt must be a valid Date"],
    [{ ...keyOf(1), expiresAt: "2027-01-01T00:00:00Z" }, "expiresAt must be a valid Date"],
  ])("%o is an InputError, shows no secret, and nothing is sent", async (provided, message) => {
    const service = createKeyService();
    const client = service.createClient(accessKeyAuth(() => provided as unknown as ProvidedAccessKey));
    const error = await client.list().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toContain(message);
    expect(error).toHaveProperty("field", message.split(" ")[0]);
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain("canary");
    expect(service.received).toEqual([]);
  });

  test("leaves a valid key in use", async () => {
    const service = createKeyService(HOUR);
    const provider = vi.fn<AccessKeyProvider>(async () => service.issue());
    const client = service.createClient(accessKeyAuth(provider));
    await client.list();
    pass(0.9 * HOUR);
    provider.mockResolvedValue({} as ProvidedAccessKey);
    await client.list();
    await settle();
    pass(0.05 * HOUR);
    await client.list();
    expect(service.received).toEqual([1, 1, 1]);
  });
});

describe("a provider that never settles", () => {
  test("ends with the time-out of the attempt, and its signal is aborted", async () => {
    const service = createKeyService();
    const signals: AbortSignal[] = [];
    const auth = accessKeyAuth(({ signal }) => {
      signals.push(signal);
      return new Promise(() => {});
    });
    await expect(service.createClient(auth, { timeout: 20 }).list()).rejects.toThrow(TimeoutError);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(service.received).toEqual([]);
  });

  test("does not block renewals in the background for ever, and each is an event", async () => {
    const service = createKeyService(DAY);
    const provider = vi.fn<AccessKeyProvider>(async () => service.issue());
    const events: ClientEvent[] = [];
    const client = service.createClient(accessKeyAuth(provider), {
      timeout: 20,
      onEvent: (event) => events.push(event),
    });
    await client.list();
    pass(0.9 * DAY);
    provider.mockImplementationOnce(() => new Promise(() => {}));
    await client.list();
    await eventually(() =>
      expect(events).toContainEqual({
        call: 2,
        type: "credentials",
        error: "TimeoutError: No credentials within 20 ms",
      }),
    );
    pass(60_000);
    await client.list();
    await settle();
    await client.list();
    expect(service.received.at(-1)).toBe(2);
  });
});

test("a key that arrives after the time-out is not used, and does not stand in the way of the next one", async () => {
  const service = createKeyService(DAY);
  const { give, given } = createPending<ProvidedAccessKey>();
  const provider = vi.fn<AccessKeyProvider>(async () => service.issue()).mockReturnValueOnce(given);
  const client = service.createClient(accessKeyAuth(provider), { timeout: 20 });
  await expect(client.list()).rejects.toThrow(TimeoutError);
  await client.list();
  give(keyOf(9, new Date(Date.now() + HOUR)));
  await settle();
  service.rejected.add(1);
  await client.list();
  expect(provider.mock.lastCall?.[0].rejected).toBe("CANARYACCESSKEY1");
  expect(service.received).toEqual([1, 1, 2]);
});

test("no error, event or inspection shows an old or a new key, even if the gateway echoes both", async () => {
  const service = createKeyService(DAY);
  service.rejected.add(1).add(2);
  const echoes: string[] = [];
  service.reject = () =>
    Response.json(
      { error_code: "APIGW.0301", error_msg: `verify aksk fail: ${echoes.join()}` },
      { status: 401 },
    );
  const respond = service.respond;
  service.respond = (request) => {
    echoes.push(`${request.headers.get("Authorization")} ${request.headers.get("X-Security-Token")}`);
    return respond(request);
  };
  const events: ClientEvent[] = [];
  const auth = accessKeyAuth(async () => service.issue());
  const client = service.createClient(auth, { onEvent: (event) => events.push(event) });
  const error = await client.list().catch((reason: unknown) => reason);
  expect(service.received).toEqual([1, 2]);
  const shown = [auth, client, error, events, error instanceof ApiError && error.toReport()]
    .map((value) => inspect(value, { depth: Infinity, showHidden: true }) + JSON.stringify(value))
    .join();
  expect(shown).toContain("APIGW.0301");
  expect(shown).not.toMatch(/canary|Signature=[0-9a-f]/i);
});
