import { createImagesClient, type ImagesClientOptions, tokenAuth } from "../src/index.ts";

/** Position and size of a requested page. */
export interface Position {
  readonly limit: number;
  readonly offset: number;
}

/** Images with the numbers from `from` to before `to`. */
export function imagesFrom(from: number, to: number): { id: string }[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => ({ id: `image-${from + index}` }));
}

/** A client with invented credentials whose requests `respond` receives. */
export function createTestClient(
  respond: (request: Request) => Response | Promise<Response>,
  options: Partial<ImagesClientOptions> = {},
) {
  return createImagesClient({
    endpoint: "https://workspace.example",
    projectId: "p",
    auth: tokenAuth("not-a-real-token"),
    retry: false,
    fetch: async (input, init) => respond(new Request(input, init)),
    ...options,
  });
}

/** Reads the position from a request. */
export function positionOf(request: Request): Position {
  const query = new URL(request.url).searchParams;
  return { limit: Number(query.get("limit") ?? 100), offset: Number(query.get("offset") ?? 0) };
}

/** A client whose listing has `total` images, and what it requested. */
export function createListing(total: number, delay?: (requested: Position) => Promise<void>) {
  const requested: Position[] = [];
  const flight = { now: 0, most: 0 };
  const client = createTestClient(async (request) => {
    const one = positionOf(request);
    requested.push(one);
    flight.most = Math.max(flight.most, ++flight.now);
    try {
      await delay?.(one);
      request.signal.throwIfAborted();
    } finally {
      flight.now -= 1;
    }
    const { offset, limit } = one;
    return Response.json({ images: imagesFrom(offset, Math.min(total, offset + limit)), total_count: total });
  });
  return { client, requested, flight };
}
