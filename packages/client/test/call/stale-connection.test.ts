import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ClientEvent, createImagesClient, tokenAuth } from "../../src/index.ts";

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
