import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Start } from "./contestant.ts";
import type { Peer } from "./peers/peer.ts";

/** How much is measured. */
export interface Effort {
  /** Turns of each peer. */
  readonly rounds: number;
  /** Calls in a turn, one after the other. */
  readonly calls: number;
  /** Calls of each peer before the first turn. */
  readonly warmUp: number;
}

/** What the calls go to. */
export type Target = Pick<Start, "folder" | "endpoint" | "count">;

interface Contestant {
  readonly name: string;
  readonly process: ChildProcess;
}

/** Resolves with the next message, or fails when the process ends without one. */
async function nextMessage({ name, process }: Contestant): Promise<unknown> {
  const stop = new AbortController();
  const ended = once(process, "exit", stop).then(() => {
    throw new Error(`The process of ${name} ended`);
  });
  try {
    const [message] = await Promise.race([once(process, "message", stop), ended]);
    return message;
  } finally {
    ended.catch(() => {});
    stop.abort();
  }
}

async function takeTurn(contestant: Contestant, calls: number): Promise<number> {
  contestant.process.send(calls);
  return Number(await nextMessage(contestant));
}

/** Returns the contestants in random order, so that none always runs after the same other one. */
function shuffle(contestants: readonly Contestant[]): readonly Contestant[] {
  const keyed = contestants.map((contestant) => ({ contestant, key: Math.random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ contestant }) => contestant);
}

/**
 * Lets peers take turns, so that all of them meet the same noise, and returns the microseconds a call took, by name and
 * round. Each has a process of its own: in a shared one, the compiler optimizes shared code for the mixture, and one
 * pays for the garbage of another.
 */
export async function takeTurns(
  peers: readonly Peer[],
  target: Target,
  { rounds, calls, warmUp }: Effort,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const contestants = peers.map(({ name, origin }): Contestant => {
    const start: Start = { ...target, name, origin };
    return { name, process: fork(join(import.meta.dirname, "contestant.ts"), [JSON.stringify(start)]) };
  });
  try {
    await Promise.all(contestants.map(nextMessage));
    for (const contestant of contestants) await takeTurn(contestant, warmUp);
    const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const contestant of shuffle(contestants)) {
        times.get(contestant.name)?.push(await takeTurn(contestant, calls));
      }
    }
    return times;
  } finally {
    for (const { process } of contestants) process.kill();
  }
}
