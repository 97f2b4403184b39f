import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Start } from "./contestant.ts";
import { nextMessage } from "./next-message.ts";
import type { Peer } from "./peers/peer.ts";
import { shuffle } from "./shuffle.ts";

/** How much is measured. */
export interface Effort {
  /** Processes of each peer, one after the other. Default 1. */
  readonly processes?: number;
  /** Turns of each process. */
  readonly rounds: number;
  /** Calls in a turn, one after the other. */
  readonly calls: number;
  /** Calls of each process before its first turn. */
  readonly warmUp: number;
}

/** What the calls go to. */
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
 * Lets peers take turns, so that all of them meet the same noise, and returns the microseconds a call took, by name and
 * round. Each has a process of its own: in a shared one, the compiler optimizes shared code for the mixture, and one
 * pays for the garbage of another. How lucky a process is, with what is compiled when and lies where, stays with it for
 * as long as it lives; more of them even that out.
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
