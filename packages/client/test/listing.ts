import { createImagesClient, type ImagesClientOptions, tokenAuth } from "../src/index.ts";

/** The query of a request that a listing received. */
export interface Asked {
  readonly limit: number;
  readonly offset: number;
}

/** Images with the numbers `from` to `to`, the latter left out. */
export function imagesFrom(from: number, to: number): { id: string }[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => ({ id: `image-${from + index}` }));
}

/** A client on a `fetch` of the test, with credentials that are not real. */
export function createTestClient(
  answer: (request: Request) => Response | Promise<Response>,
  options: Partial<ImagesClientOptions> = {},
) {
  return createImagesClient({
    endpoint: "https://workspace.example",
    projectId: "p",
    auth: tokenAuth("not-a-real-token"),
    retry: false,
    fetch: async (input, init) => answer(new Request(input, init)),
    ...options,
  });
}

/** Reads what a request asks of a listing. */
export function askedOf(request: Request): Asked {
  const query = new URL(request.url).searchParams;
  return { limit: Number(query.get("limit") ?? 100), offset: Number(query.get("offset") ?? 0) };
}

/** A client whose listing has `total` images, and what it was asked. */
export function createListing(total: number, delay?: (asked: Asked) => Promise<void>) {
  const asked: Asked[] = [];
  const flight = { now: 0, most: 0 };
  const client = createTestClient(async (request) => {
    const one = askedOf(request);
    asked.push(one);
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
  return { client, asked, flight };
}
