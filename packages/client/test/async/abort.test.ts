import { getEventListeners } from "node:events";
import { afterEach, expect, test, vi } from "vitest";
import { sleep, untilAborted } from "../../src/async/abort.ts";
import { createTransport } from "../../src/call/transport.ts";
import {
  type ClientEvent,
  createImagesClient,
  type ImagesClientOptions,
  tokenAuth,
} from "../../src/index.ts";
import { eventually } from "../eventually.ts";
import {
  type Fault,
  type FaultServer,
  head,
  raw,
  reset,
  silence,
  startFaultServer,
} from "../faults/fault-server.ts";
import { createTestClient } from "../test-client.ts";

let server: FaultServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** Timers and sockets that keep this process alive. */
function activeResources(): string[] {
  return process.getActiveResourcesInfo().filter((name) => /Timeout|TCPSOCKET|TCPSocket|TCPWRAP/i.test(name));
}

/** Waits until the process has no timer and no connection, or long enough to know that it keeps one. */
async function expectNothingLeft(): Promise<void> {
  const isClean = () => !server?.open && activeResources().length === 0;
  // Without vi.waitFor, which is a timer itself.
  for (let turn = 0; turn < 12_000 && !isClean(); turn++)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(activeResources()).toEqual([]);
  expect(server?.open ?? 0).toBe(0);
}

/** A signal that counts its listeners. */
function createCountingSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  const listeners = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    listeners.add(args[1]);
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    listeners.delete(args[1]);
    remove(...args);
  };
  return { controller, signal, listeners: () => listeners.size };
}

async function createClientOn(faults: Fault[], options: Partial<ImagesClientOptions> = {}) {
  server = await startFaultServer(faults);
  return createImagesClient({
    endpoint: server.url,
    projectId: "p",
    auth: tokenAuth("not-a-real-token"),
    retry: { baseDelay: 60_000, maxDelay: 60_000 },
    ...options,
  });
}

const REASON = { a: "reason of the caller" };
const never = () => new Promise<never>(() => {});

/** The points at which a call can be aborted, and how to get there. */
const points: {
  point: string;
  faults: Fault[];
  options?: Partial<ImagesClientOptions>;
  reached: () => boolean;
}[] = [
  {
    point: "a token provider runs",
    faults: [silence],
    options: { auth: tokenAuth(never) },
    reached: () => server?.requests.length === 0,
  },
  {
    point: "a token provider renews the token after a 401",
    faults: [raw(`${head(401, { "Content-Length": 2 })}{}`)],
    options: { auth: tokenAuth(({ rejected }) => (rejected ? never() : "not-a-real-token")) },
    reached: () => server?.requests.length === 1,
  },
  { point: "the headers are awaited", faults: [silence], reached: () => server?.requests.length === 1 },
  {
    point: "the body is awaited",
    faults: [raw(`${head(200, { "Content-Length": 100 })}{"ima`, "stall")],
    reached: () => server?.requests.length === 1,
  },
  {
    point: "a retry is awaited",
    faults: [reset],
    reached: () => server?.open === 0 && server.requests.length === 1,
  },
];

test.each(points)(
  "while $point, an abort ends the call with its own reason and leaves nothing behind",
  async ({ faults, options, reached }) => {
    const images = await createClientOn(faults, options);
    const controller = new AbortController();
    const call = images.list({}, { signal: controller.signal });
    const ended = expect(call).rejects.toBe(REASON);
    await eventually(() => expect(reached()).toBe(true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const requests = server?.requests.length;
    controller.abort(REASON);
    await ended;
    await expectNothingLeft();
    expect(server?.requests).toHaveLength(requests ?? -1);
  },
);

// A delay that would end after the deadline never starts.
test.each(points.filter(({ point }) => point !== "a retry is awaited"))(
  "while $point, the deadline ends the call and leaves nothing behind",
  async ({ faults, options }) => {
    const images = await createClientOn(faults, { ...options, deadline: 50, retry: { baseDelay: 40 } });
    await expect(images.list()).rejects.toMatchObject({ code: "TIMED_OUT" });
    await expectNothingLeft();
  },
);

test("a call that is aborted before it starts requests no token and sends nothing", async () => {
  const provider = vi.fn(() => "not-a-real-token");
  const fetch = vi.fn(async () => Response.json({ images: [] }));
  const images = createImagesClient({
    region: "cn-north-4",
    projectId: "p",
    auth: tokenAuth(provider),
    fetch,
  });
  await expect(images.list({}, { signal: AbortSignal.abort(REASON) })).rejects.toBe(REASON);
  await new Promise(setImmediate);
  expect(provider).not.toHaveBeenCalled();
  expect(fetch).not.toHaveBeenCalled();
  await expectNothingLeft();
});

test("does not send a token that arrives after the abort", async () => {
  let provide = (_token: string) => {};
  const token = new Promise<string>((resolve) => {
    provide = resolve;
  });
  const fetch = vi.fn(async () => Response.json({ images: [] }));
  const auth = tokenAuth(() => token);
  const images = createImagesClient({ region: "cn-north-4", projectId: "p", auth, fetch });
  const controller = new AbortController();
  const call = images.list({}, { signal: controller.signal });
  controller.abort(REASON);
  await expect(call).rejects.toBe(REASON);
  provide("not-a-real-token");
  await new Promise(setImmediate);
  expect(fetch).not.toHaveBeenCalled();
  await expectNothingLeft();
});

test("reports an abort without reading its reason", async () => {
  const reason = {
    get message() {
      throw new Error("The message was read");
    },
  };
  const controller = new AbortController();
  const events: ClientEvent[] = [];
  const respond = () => {
    controller.abort(reason);
    return never();
  };
  const images = createTestClient(respond, { onEvent: (event) => events.push(event) });
  await images.list({}, { signal: controller.signal }).catch(() => {});
  await vi.waitFor(() =>
    expect(events).toMatchObject([{ type: "attempt" }, { type: "response", error: "Aborted by the caller" }]),
  );
});

test("sends nothing when the caller aborts while credentials are applied", async () => {
  const controller = new AbortController();
  const fetch = vi.fn(async () => Response.json({ images: [] }));
  const images = createImagesClient({
    region: "cn-north-4",
    projectId: "p",
    auth: { apply: () => controller.abort(REASON) },
    fetch,
  });
  await expect(images.list({}, { signal: controller.signal })).rejects.toBe(REASON);
  await new Promise(setImmediate);
  expect(fetch).not.toHaveBeenCalled();
});

test.each([
  ["a token", false],
  ["another token", true],
])("passes the signal of the caller to the provider of %s", async (_which, isAnother) => {
  const aborted: unknown[] = [];
  const controller = new AbortController();
  const images = await createClientOn([raw(`${head(401, { "Content-Length": 2 })}{}`)], {
    auth: tokenAuth(({ rejected, signal }) => {
      if (isAnother && !rejected) return "not-a-real-token";
      setTimeout(() => controller.abort(REASON));
      return new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => {
          aborted.push(signal.reason);
          reject(signal.reason);
        });
      });
    }),
  });
  await expect(images.list({}, { signal: controller.signal })).rejects.toBe(REASON);
  expect(aborted).toEqual([REASON]);
});

test("stops waiting for a fetch that ignores its signal, and does not read a late response", async () => {
  let cancelled = false;
  const body = new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode(" ")),
    cancel: () => {
      cancelled = true;
    },
  });
  let respond = (_: Response) => {};
  const late = new Promise<Response>((resolve) => {
    respond = resolve;
  });
  const images = createImagesClient({
    region: "cn-north-4",
    projectId: "p",
    auth: tokenAuth("not-a-real-token"),
    fetch: () => late,
    timeout: 20,
    retry: false,
  });
  await expect(images.list()).rejects.toMatchObject({
    code: "TIMED_OUT",
    message: "No complete response within 20 ms",
  });
  expect(cancelled).toBe(false);
  respond(new Response(body));
  await eventually(() => expect(cancelled).toBe(true));
});

test("a timeout or deadline longer than the longest timer does not end a call at once", async () => {
  const respond = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return Response.json({ images: [] });
  };
  for (const most of [2 ** 31, Number.POSITIVE_INFINITY]) {
    const images = createTestClient(respond, { timeout: most, deadline: most });
    expect(await images.list()).toEqual({ images: [] });
  }
});

test.each([
  ["success", () => Response.json({ images: [] })],
  ["a failure", () => Response.json({}, { status: 503 })],
])("after %s, no timer and no listener on the caller's signal is left", async (_end, respond) => {
  const transport = createTransport({
    fetch: async () => respond(),
    timeout: 60_000,
    deadline: 60_000,
    maxResponseBytes: 1000,
    retry: { baseDelay: 1 },
  });
  const { signal, listeners } = createCountingSignal();
  const call = transport(new Request("https://workspace.example"), { target: "images", signal }).catch(
    () => {},
  );
  expect(listeners()).toBe(1);
  await call;
  expect(listeners()).toBe(0);
  await expectNothingLeft();
});

test.each([{}, { deadline: 1000 }])(
  "leaves no listener on a signal that many calls share, with the options %o",
  async (options) => {
    const { signal } = new AbortController();
    const images = createTestClient(() => Response.json({ images: [] }), options);
    for (let call = 0; call < 3; call++) await images.list({}, { signal });
    for await (const _image of images.items({}, { signal, concurrency: 2 })) break;
    expect(getEventListeners(signal, "abort")).toEqual([]);
  },
);

test("leaves no listener after work that ends or is aborted", async () => {
  const { controller, signal, listeners } = createCountingSignal();
  await untilAborted(Promise.resolve(), signal);
  await untilAborted(Promise.reject(new Error("failed")), signal).catch(() => {});
  await sleep(1, signal);
  expect(listeners()).toBe(0);
  const waiting = sleep(60_000, signal);
  controller.abort(REASON);
  await expect(waiting).rejects.toBe(REASON);
  await expect(sleep(60_000, signal)).rejects.toBe(REASON);
  expect(listeners()).toBe(0);
});

test("a call with a controller instead of a signal fails without an unhandled rejection", async () => {
  const client = createTestClient(() => Response.json({ images: [] }));
  const signal = new AbortController() as unknown as AbortSignal;
  await expect(client.list({}, { signal })).rejects.toThrow(TypeError);
  // An unhandled rejection fails the run.
  await new Promise((resolve) => setTimeout(resolve));
});

test("many calls with one signal cause no warning about leaked listeners", async () => {
  const warnings: unknown[] = [];
  const listen = (warning: unknown) => warnings.push(warning);
  process.on("warning", listen);
  const images = createImagesClient({
    region: "cn-north-4",
    projectId: "p",
    auth: tokenAuth("not-a-real-token"),
    fetch: async () => Response.json({ images: [] }),
  });
  const { signal } = new AbortController();
  await Promise.all(Array.from({ length: 50 }, () => images.list({}, { signal })));
  await new Promise(setImmediate);
  process.off("warning", listen);
  expect(warnings).toEqual([]);
});
