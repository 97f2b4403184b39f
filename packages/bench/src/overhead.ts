import type { Peer } from "./peers/peer.ts";
import { type Effort, takeTurns } from "./rounds.ts";

/** Measures calls of a page of ten images without a network, in microseconds by name and round. */
export function measureOverhead(
  peers: readonly Peer[],
  folder: string,
  effort: Effort,
): Promise<ReadonlyMap<string, readonly number[]>> {
  return takeTurns(peers, { folder, count: 10 }, effort);
}
