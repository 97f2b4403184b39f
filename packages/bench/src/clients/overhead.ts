import type { Peer } from "./peers/peer.ts";
import { type Effort, takeTurns } from "./rounds.ts";

/** Measures calls for a page of ten images without network, in microseconds by name and round. */
export function measureOverhead(
  peers: readonly Peer[],
  folder: string,
  effort: Effort,
): Promise<ReadonlyMap<string, readonly number[]>> {
  return takeTurns(peers, { folder, count: 10 }, effort);
}
