import { takeTurn } from "../turns/turn.ts";
import type { Peer } from "./peers/peer.ts";
import { createPageText } from "./sample-page.ts";

/** The argument that rounds.ts passes to this process. */
export interface Start {
  readonly name: string;
  readonly origin: string;
  readonly folder: string;
  /** Absent for calls without network. */
  readonly endpoint?: string | undefined;
  /** Number of images in a page; the process fails if a call returns another number. */
  readonly count: number;
}

const ENDPOINT = "https://workspace.cn-north-4.myhuaweicloud.com";

/** Creates a `fetch` that returns a new response at once. */
function createFetch(count: number): typeof globalThis.fetch {
  const text = createPageText(count);
  const headers = { "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(text)) };
  return async () => new Response(text, { headers });
}

async function findPeer({ name, origin, folder }: Start): Promise<Peer> {
  const exported = Object.values((await import(origin)) as Record<string, unknown>);
  const peers = exported.map((value) => (typeof value === "function" ? value(folder) : value));
  const peer = peers.find((value): value is Peer => value?.name === name);
  if (!peer) throw new Error(`${origin} does not export ${name}`);
  return peer;
}

async function connect(start: Start): Promise<() => Promise<unknown>> {
  const { name, endpoint, count } = start;
  const peer = await findPeer(start);
  const call = await (endpoint ? peer.connect(endpoint) : peer.connect(ENDPOINT, createFetch(count)));
  // Failed calls must not be measured.
  const { images } = ((await call()) ?? {}) as { readonly images?: readonly unknown[] };
  if (images?.length !== count) {
    throw new Error(`${name} returned ${images?.length ?? "no"} images instead of ${count}`);
  }
  return call;
}

const call = await connect(JSON.parse(process.argv[2] ?? "") as Start);
process.on("message", async (calls: number) => {
  await call(); // The first call after a pause is slow for every client.
  process.send?.(await takeTurn(call, calls));
});
process.once("disconnect", () => process.exit());
process.send?.("ready");
