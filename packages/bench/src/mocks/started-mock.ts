import { execFile, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";
import type { MockImage } from "@workspace-images/mock";
import { nextMessage } from "../next-message.ts";
import { takeTurn } from "../turn.ts";
import { type Answer, type Ask, createAsk } from "./ask.ts";
import type { MockPeer } from "./mock-peer.ts";
import type { Ready, Start, Task } from "./mock-process.ts";

/** A mock in its own process; a server is asked from this process, another mock within its own. */
export interface StartedMock extends AsyncDisposable {
  readonly name: string;
  /** Milliseconds from the end of the import until the mock can be asked. */
  readonly readyTime: number;
  /** Milliseconds from the start of the process until the first page has arrived. */
  readonly firstAnswerTime: number;
  readonly ask: Ask;
  /** Makes calls, and returns the microseconds a call took. */
  takeTurn(query: string, calls: number, atATime: number): Promise<number>;
  /** Resident memory of the process that answers, in MB of 1 000 000 bytes. */
  measureMemory(): Promise<number>;
}

/** Starts a mock with images, and asks for the first page of a query. */
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
  const ask: Ask = url ? createAsk({ url }) : async (...given) => (await perform({ ask: given })) as Answer;
  await ask(query);
  return {
    name,
    readyTime,
    firstAnswerTime: performance.now() - startedAt,
    ask,
    async takeTurn(query, calls, atATime) {
      if (url) return takeTurn(() => ask(query), calls, atATime);
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
