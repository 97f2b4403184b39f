import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Peer } from "./peers/peer.ts";
import { type Effort, takeTurns } from "./rounds.ts";

const COUNT = 100;

/** Measures calls for a page of 100 images over HTTP, in microseconds by name and round. */
export async function measureLoopback(
  peers: readonly Peer[],
  folder: string,
  effort: Effort,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const server = fork(join(import.meta.dirname, "loopback-server.ts"), [String(COUNT)]);
  try {
    const [port] = await once(server, "message");
    return await takeTurns(peers, { folder, endpoint: `http://127.0.0.1:${port}`, count: COUNT }, effort);
  } finally {
    server.kill();
  }
}
