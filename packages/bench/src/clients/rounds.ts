import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { nextMessage } from "../turns/next-message.ts";
import { shuffle } from "../turns/shuffle.ts";
import type { Start } from "./contestant.ts";
import type { Peer } from "./peers/peer.ts";

/** How much is measured. */
export interface Effort {
  /** Number of processes for each peer, one after the other. Default 1. */
  readonly processes?: number;
  /** Number of turns that each process takes. */
  readonly rounds: number;
  /** Number of calls in a turn, one after the other. */
  readonly calls: number;
  /** Number of calls that each process makes before its first turn. */
  readonly warmUp: number;
}

/** Where the calls go. */
export type Target = Pick<Start, "folder" | "endpoint" | "count">;

interface Contestant {
  readonly name: string;
  readonly process: ChildProcess;
}

async function takeTurn({ name, process }: Contestant, calls: number): Promise<number> {
  process.send(calls);
  return Number(await nextMessage(name, process));
}

function start(peers: readonly Peer[], target: Target): Contestant[] {
  return peers.map(({ name, origin }) => {
    const argument: Start = { ...target, name, origin };
    return { name, process: fork(join(import.meta.dirname, "contestant.ts"), [JSON.stringify(argument)]) };
  });
}

/**
 * Lets peers take turns, so that other work on the machine affects all of them alike, and returns the microseconds per
 * call, by name and round. Each peer runs in its own process: in a shared one, code used by several peers is optimized
 * for the mix, and one peer pays for the garbage of another. What the compiler optimizes, and where objects end up in
 * memory, differs between processes; running several processes evens this out.
 */
export async function takeTurns(
  peers: readonly Peer[],
  target: Target,
  { processes = 1, rounds, calls, warmUp }: Effort,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>(peers.map(({ name }) => [name, []]));
  for (let generation = 0; generation < processes; generation++) {
    const contestants = start(peers, target);
    try {
      await Promise.all(contestants.map(({ name, process }) => nextMessage(name, process)));
      for (const contestant of contestants) await takeTurn(contestant, warmUp);
      for (let round = 0; round < rounds; round++) {
        for (const contestant of shuffle(contestants)) {
          times.get(contestant.name)?.push(await takeTurn(contestant, calls));
        }
      }
    } finally {
      for (const { process } of contestants) process.kill();
    }
  }
  return times;
}
