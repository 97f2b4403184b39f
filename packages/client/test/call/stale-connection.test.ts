import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  type ClientEvent,
  createImagesClient,
  type ImagesClientOptions,
  passwordAuth,
  tokenAuth,
} from "../../src/index.ts";
import { createTestClient } from "../test-client.ts";

let endpoint: string;
let requests: number;
/** Whether the server closes a connection as soon as a second request arrives on it. */
let isHasty: boolean;
const used = new WeakSet<object>();

const server = createServer((request, response) => {
  requests += 1;
  if (isHasty && used.has(request.socket)) return void request.socket.end();
  used.add(request.socket);
  response.setHeader("Content-Type", "application/json").end('{"images":[],"total_count":0}');
});

beforeEach(async () => {
  requests = 0;
  isHasty = true;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

test("a reused connection that is closed before a byte arrives is retried at once, and costs no budget", async () => {
  const events: ClientEvent[] = [];
  const images = createImagesClient({
    endpoint,
    projectId: "p",
    auth: tokenAuth("not-a-real-token"),
    retry: { budget: 0, attempts: 10 },
    onEvent: (event) => events.push(event),
  });
  for (let call = 0; call < 3; call++) await images.list();
  const retries = events.filter(({ type }) => type === "retry");
  expect(retries.length).toBeGreaterThan(0);
  expect(retries).toEqual(retries.map(() => expect.objectContaining({ delay: 0 })));
  expect(requests).toBe(3 + retries.length);
});

/** What `fetch` of Node.js rejects with when a connection ends. */
const ended = (code: string, socket?: object) =>
  new TypeError("fetch failed", { cause: Object.assign(new Error("other side closed"), { code, socket }) });
const reused = ended("UND_ERR_SOCKET", { bytesRead: 100 });

/** Counts the requests of a call whose first one fails, if retries are not allowed to cost anything. */
async function countRequests(fail: () => Response, options: Partial<ImagesClientOptions> = {}) {
  let count = 0;
  const client = createTestClient(() => (++count === 1 ? fail() : Response.json({ images: [] })), {
    retry: { budget: 0 },
    ...options,
  });
  await client.list().catch(() => {});
  return count;
}

test.each<[string, Error, number]>([
  ["was used before", reused, 2],
  ["was used before, but reset", ended("ECONNRESET", { bytesRead: 100 }), 1],
  ["was never read from", ended("UND_ERR_SOCKET", { bytesRead: 0 }), 1],
  ["is not named", ended("UND_ERR_SOCKET"), 1],
])("a connection that %s: %o", async (_what, error, requests) => {
  const fail = () => {
    throw error;
  };
  expect(await countRequests(fail)).toBe(requests);
});

test("a reused connection that ends within a body costs budget", async () => {
  const body = new ReadableStream({ start: (controller) => controller.error(reused) });
  expect(await countRequests(() => new Response(body))).toBe(1);
});

test("a reused connection that is closed costs budget for a request that is not a GET", async () => {
  const fail = () => {
    throw reused;
  };
  const auth = passwordAuth({ user: "user", password: "not-a-password", account: "account" });
  expect(await countRequests(fail, { auth })).toBe(1);
});

test("a new connection that is closed costs budget", async () => {
  const images = createImagesClient({
    endpoint,
    projectId: "p",
    auth: tokenAuth("not-a-real-token"),
    retry: { budget: 0 },
    fetch: (input, init) => {
      requests += 1;
      const url = (input as Request).url.replace(/:\d+/, ":1");
      return fetch(new Request(url, init));
    },
  });
  await expect(images.list()).rejects.toMatchObject({ code: "CONNECTION_FAILED" });
  expect(requests).toBe(1);
});
