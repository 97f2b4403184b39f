// started-mock.ts forks this file: the first message names the mock to start, the others give it work.
import { once } from "node:events";
import type { MockImage } from "@workspace-images/mock";
import { takeTurn } from "../turns/turn.ts";
import type { MockPeer } from "./peers/mock-peer.ts";
import { createRequest } from "./request.ts";

/** The first message to this process. */
export interface Start {
  readonly name: string;
  readonly origin: string;
  readonly images: readonly MockImage[];
}

/** The reply to the first message. */
export interface Ready {
  /** Milliseconds from the end of the import until the mock accepts requests. */
  readonly readyTime: number;
  /** Present if the mock is a server. */
  readonly url?: string;
  readonly pid: number;
}

/** Any later message: one request, or a turn of several. */
export type Task =
  | { readonly request: readonly [query: string, headers?: Readonly<Record<string, string>> | undefined] }
  | { readonly turn: readonly [query: string, calls: number, atATime: number] };

const [{ name, origin, images }] = (await once(process, "message")) as [Start];
const peers = Object.values((await import(origin)) as Record<string, MockPeer>);
const peer = peers.find((value) => value?.name === name);
if (!peer) throw new Error(`${origin} does not export ${name}`);
const startedAt = performance.now();
const mock = await peer.start(images);
const readyTime = performance.now() - startedAt;
const request = createRequest(mock);

process.on("message", async (task: Task) => {
  if ("request" in task) return process.send?.(await request(...task.request));
  const [query, calls, atATime] = task.turn;
  process.send?.(await takeTurn(() => request(query), calls, atATime));
});
process.once("disconnect", () => process.exit());
const ready: Ready =
  "fetch" in mock
    ? { readyTime, pid: process.pid }
    : { readyTime, url: mock.url, pid: mock.pid ?? process.pid };
process.send?.(ready);
