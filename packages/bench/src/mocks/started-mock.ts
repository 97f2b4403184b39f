import { execFile, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";
import type { MockImage } from "@workspace-images/mock";
import { nextMessage } from "../turns/next-message.ts";
import { takeTurn } from "../turns/turn.ts";
import type { Ready, Start, Task } from "./mock-process.ts";
import type { MockPeer } from "./peers/mock-peer.ts";
import { createRequest, type MockResponse, type RequestImages } from "./request.ts";

/** A mock in its own process. This process sends requests to a server; other mocks get them inside their own process. */
export interface StartedMock extends AsyncDisposable {
  readonly name: string;
  /** Milliseconds from the end of the import until the mock accepts requests. */
  readonly readyTime: number;
  /** Milliseconds from the start of the process until the first page has arrived. */
  readonly firstResponseTime: number;
  readonly request: RequestImages;
  /** Makes calls, and returns the microseconds per call. */
  takeTurn(query: string, calls: number, atATime: number): Promise<number>;
  /** Resident memory of the process that responds, in MB of 1 000 000 bytes. */
  measureMemory(): Promise<number>;
}

/** Starts a mock with images, and requests a first page. */
export async function startMock(
  { name, origin }: MockPeer,
  images: readonly MockImage[],
  query: string,
): Promise<StartedMock> {
  const startedAt = performance.now();
  const child = fork(join(import.meta.dirname, "mock-process.ts"));
  const start: Start = { name, origin, images };
  child.send(start);
  const { readyTime, url, pid } = (await nextMessage(name, child)) as Ready;
  const perform = (task: Task) => {
    child.send(task);
    return nextMessage(name, child);
  };
  const request: RequestImages = url
    ? createRequest({ url })
    : async (...given) => (await perform({ request: given })) as MockResponse;
  await request(query);
  return {
    name,
    readyTime,
    firstResponseTime: performance.now() - startedAt,
    request,
    async takeTurn(query, calls, atATime) {
      if (url) return takeTurn(() => request(query), calls, atATime);
      return Number(await perform({ turn: [query, calls, atATime] }));
    },
    async measureMemory() {
      const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(pid)]);
      return (Number(stdout) * 1024) / 1e6;
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
