// Forked by started-mock.ts, which first says what to start, and then what to do with it.
import { once } from "node:events";
import type { MockImage } from "@workspace-images/mock";
import { takeTurn } from "../turn.ts";
import { createAsk } from "./ask.ts";
import type { MockPeer } from "./mock-peer.ts";

/** The first message to this process. */
export interface Start {
  readonly name: string;
  readonly origin: string;
  readonly images: readonly MockImage[];
}

/** The answer to it. */
export interface Ready {
  /** Milliseconds from the end of the import until the mock can be asked. */
  readonly readyTime: number;
  /** Present when the mock is a server. */
  readonly url?: string;
  readonly pid: number;
}

/** Each further message: one call, or a turn of them. */
export type Task =
  | { readonly ask: readonly [query: string, headers?: Readonly<Record<string, string>> | undefined] }
  | { readonly turn: readonly [query: string, calls: number, atATime: number] };

const [{ name, origin, images }] = (await once(process, "message")) as [Start];
const peers = Object.values((await import(origin)) as Record<string, MockPeer>);
const peer = peers.find((value) => value?.name === name);
if (!peer) throw new Error(`${origin} does not export ${name}`);
const startedAt = performance.now();
const answering = await peer.start(images);
const readyTime = performance.now() - startedAt;
const ask = createAsk(answering);

process.on("message", async (task: Task) => {
  if ("ask" in task) return process.send?.(await ask(...task.ask));
  const [query, calls, atATime] = task.turn;
  process.send?.(await takeTurn(() => ask(query), calls, atATime));
});
process.once("disconnect", () => process.exit());
const ready: Ready =
  "fetch" in answering
    ? { readyTime, pid: process.pid }
    : { readyTime, url: answering.url, pid: answering.pid ?? process.pid };
process.send?.(ready);
