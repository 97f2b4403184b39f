import fc from "fast-check";
import { complaint } from "./complaint.ts";
import { exchange } from "./exchange.ts";
import { rawRequests } from "./raw-requests.ts";

/** What to send. */
export interface Fuzz {
  readonly requests: number;
  /** The same seed generates the same requests. */
  readonly seed: number;
}

const connections = 40;

/** Sends generated requests to a server over real sockets, many at a time. Rejects at the first wrong response. */
export async function fuzz(url: string, { requests, seed }: Fuzz): Promise<ReadonlyMap<string, number>> {
  const statuses = new Map<string, number>();
  const pending = fc.sample(rawRequests(url), { numRuns: requests, seed }).values();
  async function sendAll(): Promise<void> {
    for (const request of pending) {
      const received = await exchange(url, request.bytes, request.isWhole).catch((error: Error) => {
        throw failure(request.bytes, error.message);
      });
      const problem = complaint(request, received);
      if (problem) throw failure(request.bytes, problem);
      const status = received.slice(9, 12) || "none";
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  }
  await Promise.all(Array.from({ length: connections }, sendAll));
  return statuses;
}

function failure(bytes: string, problem: string): Error {
  return new Error(`${problem}\nRequest: ${JSON.stringify(bytes.slice(0, 2000))}`);
}
