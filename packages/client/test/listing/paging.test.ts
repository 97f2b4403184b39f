import { getEventListeners } from "node:events";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ClientEvent,
  type ImagePage,
  type ImagesClient,
  InputError,
  ResponseError,
  TimeoutError,
} from "../../src/index.ts";
import { createListing, createTestClient, imagesFrom, positionOf } from "../test-client.ts";

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
}

const sleep = (delay: number) => new Promise<void>((resolve) => setTimeout(resolve, delay));

describe("the end of a listing", () => {
  test("is a short page, without another request", async () => {
    const { client, requested } = createListing(250);
    expect(await collect(client.items())).toEqual(imagesFrom(0, 250));
    expect(requested).toEqual([0, 100, 200].map((offset) => ({ offset, limit: 100 })));
  });

  test("is an empty page when the last page was full", async () => {
    const { client, requested } = createListing(200);
    expect(await collect(client.pages())).toHaveLength(2);
    expect(requested).toHaveLength(3);
  });

  test("an empty listing is one empty page", async () => {
    const { client } = createListing(0);
    expect(await collect(client.pages())).toEqual([{ images: [], total_count: 0 }]);
    expect(await collect(client.items())).toEqual([]);
  });

  test.each([0, 1, -5, "many", undefined])("does not depend on a total_count of %s", async (total_count) => {
    const client = createTestClient((request) => {
      const { offset, limit } = positionOf(request);
      return Response.json({ images: imagesFrom(offset, Math.min(150, offset + limit)), total_count });
    });
    expect(await collect(client.items())).toHaveLength(150);
  });

  test.each([
    [30, 5085, 5085],
    [30, 5100, 5100],
    [99, 9000, 5100],
    [7, 5000, 5000],
  ])(
    "with a limit of %i, a listing of %i images returns the %i that can be reached",
    async (limit, total, reached) => {
      const { client, requested } = createListing(total);
      const seen: unknown[] = [];
      const failure = await (async () => {
        for await (const image of client.items({}, { limit, concurrency: 3 })) seen.push(image);
      })().catch((error: unknown) => error);
      expect(seen).toEqual(imagesFrom(0, reached));
      expect(Math.max(...requested.map(({ offset }) => offset))).toBeLessThanOrEqual(5000);
      expect(Math.max(...requested.map((one) => one.limit))).toBeLessThanOrEqual(100);
      // Whether there are more than 5100 images cannot be requested.
      if (total < 5100) expect(failure).toBeUndefined();
      else expect(failure).toMatchObject({ message: expect.stringContaining("5100 images were read") });
    },
  );

  test("beyond offset 5000 is an error that says how many images were read", async () => {
    const { client, requested } = createListing(9000);
    const seen: string[] = [];
    const reading = (async () => {
      for await (const { id } of client.items({}, { concurrency: 4 })) seen.push(id);
    })();
    await expect(reading).rejects.toThrow(ResponseError);
    await expect(reading).rejects.toThrow("5100 images were read");
    await expect(reading).rejects.toHaveProperty("reason", "offset-limit");
    expect(seen).toHaveLength(5100);
    expect(requested).toHaveLength(51);
    expect(Math.max(...requested.map(({ offset }) => offset))).toBe(5000);
  });

  test("a listing that starts late is not complete when its last page in reach is full", async () => {
    const { client } = createListing(9000);
    const reading = collect(client.items({ offset: 4990 }, { limit: 30 }));
    await expect(reading).rejects.toThrow("110 images were read");
  });
});

describe("a faulty service", () => {
  test("a repeated page is an error, because offset is ignored", async () => {
    let requests = 0;
    const client = createTestClient(() => {
      requests += 1;
      return Response.json({ images: imagesFrom(0, 100), total_count: 300 });
    });
    await expect(collect(client.items())).rejects.toMatchObject({
      message: "The service repeats a page, so it ignores offset. 100 images were read",
      reason: "no-progress",
    });
    expect(requests).toBe(2);
  });

  test("an image that is returned twice, because the listing changed, is given once", async () => {
    const pages = [
      [{ id: "a" }, { id: "b" }],
      [{ id: "a" }, { id: "c" }],
    ];
    const client = createTestClient((request) =>
      Response.json({ images: pages[positionOf(request).offset / 2] ?? [] }),
    );
    expect(await collect(client.pages({ limit: 2 }))).toMatchObject([
      { images: [{ id: "a" }, { id: "b" }] },
      { images: [{ id: "c" }] },
    ]);
    expect((await collect(client.items({ limit: 2 }))).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  test.each([1, 4])(
    "that returns less than requested is read to the end of total_count, with a concurrency of %i",
    async (concurrency) => {
      const requested: number[] = [];
      const client = createTestClient((request) => {
        const { offset, limit } = positionOf(request);
        requested.push(offset);
        const end = Math.min(250, offset + Math.min(limit, 50));
        return Response.json({ images: imagesFrom(offset, end), total_count: 250 });
      });
      expect(await collect(client.items({}, { concurrency }))).toEqual(imagesFrom(0, 250));
      expect(new Set(requested)).toEqual(
        new Set([0, 50, 100, 150, 200, ...requested.filter((one) => one > 250)]),
      );
    },
  );

  test.each([3, 99, 130, 249])(
    "that hides image %i from its page returns all others once",
    async (hidden) => {
      const client = createTestClient((request) => {
        const { offset, limit } = positionOf(request);
        const images = imagesFrom(offset, Math.min(250, offset + limit));
        return Response.json({
          images: images.filter(({ id }) => id !== `image-${hidden}`),
          total_count: 250,
        });
      });
      const ids = (await collect(client.items())).map(({ id }) => id);
      expect(ids).toHaveLength(249);
      expect(new Set(ids).size).toBe(249);
    },
  );

  test("whose total_count is too high costs one more request, and no image is lost", async () => {
    const requested: number[] = [];
    const client = createTestClient((request) => {
      const { offset, limit } = positionOf(request);
      requested.push(offset);
      return Response.json({ images: imagesFrom(offset, Math.min(130, offset + limit)), total_count: 9000 });
    });
    expect(await collect(client.items())).toHaveLength(130);
    expect(requested).toEqual([0, 100, 130]);
  });

  test.each([100, 50])(
    "that alternates between two pages of %i images ends as no progress",
    async (length) => {
      let requests = 0;
      const client = createTestClient(() => {
        const from = (requests++ % 2) * length;
        return Response.json({ images: imagesFrom(from, from + length), total_count: 1_000_000 });
      });
      await expect(collect(client.items())).rejects.toMatchObject({
        reason: "no-progress",
        message: expect.stringContaining(`${2 * length} images were read`),
      });
      expect(requests).toBe(3);
    },
  );

  test.each([[[{}]], [["image-1"]], [[{ id: 7 }]], [[{ id: "" }, { id: "" }]], [[null]]])(
    "whose images are %j is not trusted",
    async (images) => {
      const client = createTestClient(() => Response.json({ images, total_count: 1 }));
      const untrusted = { code: "UNTRUSTED_RESPONSE", reason: "incomplete" };
      await expect(collect(client.items())).rejects.toMatchObject(untrusted);
      await expect(collect(client.pages())).rejects.toMatchObject(untrusted);
      await expect(client.list()).rejects.toMatchObject(untrusted);
    },
  );

  test("that fails in the middle can be asked for the rest, without a gap", async () => {
    let requests = 0;
    const client = createTestClient((request) => {
      requests += 1;
      if (requests === 3) return new Response(null, { status: 503 });
      const { offset, limit } = positionOf(request);
      return Response.json({ images: imagesFrom(offset, Math.min(250, offset + limit)), total_count: 250 });
    });
    const found = new Map<string, unknown>();
    const read = async () => {
      for await (const image of client.items({ offset: found.size })) found.set(image.id, image);
    };
    await expect(read()).rejects.toMatchObject({ status: 503 });
    await read();
    expect([...found.values()]).toEqual(imagesFrom(0, 250));
  });

  test.each([1, 3])(
    "more images than requested are each returned once, with a concurrency of %i",
    async (concurrency) => {
      const client = createTestClient((request) => {
        const { offset } = positionOf(request);
        const length = offset < 300 ? 30 : 5;
        return Response.json({ images: imagesFrom(offset, offset + length) });
      });
      expect(await collect(client.items({ limit: 20 }, { concurrency }))).toEqual(imagesFrom(0, 305));
    },
  );

  test("after a page longer than requested, the requests ahead are aborted", async () => {
    const { signal } = new AbortController();
    const signals = new Map<number, AbortSignal>();
    const client = createTestClient(async (request) => {
      const { offset } = positionOf(request);
      signals.set(offset, request.signal);
      if (offset === 0) return Response.json({ images: imagesFrom(0, 2) });
      if (offset === 2) return Response.json({ images: imagesFrom(2, 5) });
      if (offset === 5) return Response.json({ images: [] });
      return new Promise((_, reject) => request.signal.addEventListener("abort", reject));
    });
    expect(await collect(client.items({ limit: 2 }, { concurrency: 3, signal }))).toEqual(imagesFrom(0, 5));
    expect([4, 6].map((offset) => signals.get(offset)?.aborted)).toEqual([true, true]);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("a failure of a request ahead, beyond the end, is not thrown", async () => {
    const client = createTestClient((request) => {
      const { offset, limit } = positionOf(request);
      if (offset > 200)
        return Response.json({ error_code: "WKS.00000003", error_msg: "no database" }, { status: 500 });
      return Response.json({ images: imagesFrom(offset, Math.min(250, offset + limit)) });
    });
    expect(await collect(client.items({}, { concurrency: 5 }))).toHaveLength(250);
  });

  test("a failure in the middle is thrown after the pages before it", async () => {
    const client = createTestClient((request) => {
      const { offset, limit } = positionOf(request);
      if (offset === 200)
        return Response.json({ error_code: "WKS.00000003", error_msg: "no database" }, { status: 500 });
      return Response.json({ images: imagesFrom(offset, offset + limit) });
    });
    const pages: ImagePage[] = [];
    const reading = (async () => {
      for await (const page of client.pages({}, { concurrency: 4 })) pages.push(page);
    })();
    await expect(reading).rejects.toMatchObject({ status: 500 });
    expect(pages).toHaveLength(2);
  });
});

describe("concurrency", () => {
  test("pages arrive in order, with no more requests in flight than allowed", async () => {
    const { client, flight } = createListing(2050, ({ offset }) => sleep(offset % 300 === 0 ? 15 : 1));
    expect(await collect(client.items({}, { concurrency: 4 }))).toEqual(imagesFrom(0, 2050));
    expect(flight.most).toBe(4);
  });

  test.each([1, 2, 8])("with %i requests at a time, at most one less is wasted", async (concurrency) => {
    for (const total of [0, 99, 100, 101, 250, 300, 1234]) {
      const { client, requested } = createListing(total);
      await collect(client.items({}, { concurrency }));
      const needed = Math.floor(total / 100) + 1;
      expect(requested.length - needed).toBeLessThanOrEqual(concurrency - 1);
    }
  });

  test("a listing of one page costs one request", async () => {
    const { client, requested } = createListing(99);
    await collect(client.items({}, { concurrency: 8 }));
    expect(requested).toHaveLength(1);
  });

  test("eight requests at a time take at most a fifth of the time of one at a time", async () => {
    // Counted in rounds of responses: how many do 40 pages take?
    let rounds = 0;
    let waiting: (() => void)[] = [];
    const { client } = createListing(3950, () => new Promise<void>((resolve) => waiting.push(resolve)));
    const reading = collect(client.pages({}, { concurrency: 8 }));
    let done = false;
    reading.finally(() => {
      done = true;
    });
    while (!done) {
      await sleep(2);
      if (waiting.length === 0) continue;
      rounds += 1;
      const released = waiting;
      waiting = [];
      for (const release of released) release();
    }
    expect(await reading).toHaveLength(40);
    expect(rounds).toBeLessThanOrEqual(8);
  });
});

describe("leaving early", () => {
  test("break sends nothing more and aborts the requests in flight", async () => {
    const signals: AbortSignal[] = [];
    const client = createTestClient(async (request) => {
      const { offset } = positionOf(request);
      signals.push(request.signal);
      if (offset > 100) await new Promise((_, reject) => request.signal.addEventListener("abort", reject));
      return Response.json({ images: imagesFrom(offset, offset + 100) });
    });
    let returned = 0;
    for await (const _page of client.pages({}, { concurrency: 4 })) {
      returned += 1;
      if (returned === 2) break;
    }
    const sent = signals.length;
    await sleep(5);
    expect(signals).toHaveLength(sent);
    expect(sent).toBeLessThanOrEqual(5);
    expect(signals.slice(2).every(({ aborted }) => aborted)).toBe(true);
  });

  test("an abort ends a listing even if pages ahead have arrived", async () => {
    const { client } = createListing(50);
    const stop = new AbortController();
    const pages = client.pages({}, { signal: stop.signal, limit: 10, concurrency: 4 });
    await pages.next();
    await pages.next();
    await new Promise((resolve) => setTimeout(resolve, 20)); // Time for the others to arrive.
    stop.abort("enough");
    await expect(pages.next()).rejects.toBe("enough");
  });

  test("throws the reason of an abort unchanged", async () => {
    const stop = new AbortController();
    const reason = { why: "the user left" };
    const { client, requested } = createListing(1000, ({ offset }) =>
      offset === 200 ? sleep(50) : Promise.resolve(),
    );
    const reading = collect(client.items({}, { signal: stop.signal, concurrency: 2 }));
    setTimeout(() => stop.abort(reason), 15);
    await expect(reading).rejects.toBe(reason);
    const sent = requested.length;
    await sleep(5);
    expect(requested).toHaveLength(sent);
  });

  test("max limits the images, and the requests to those it needs", async () => {
    const { client, requested } = createListing(1000);
    expect(await collect(client.items({}, { max: 250, concurrency: 8 }))).toEqual(imagesFrom(0, 250));
    expect(requested).toHaveLength(3);
    const even = createListing(1000);
    expect(await collect(even.client.items({}, { max: 200, concurrency: 8 }))).toHaveLength(200);
    expect(even.requested).toHaveLength(2);
    const small = createListing(1000);
    expect(await collect(small.client.items({}, { max: 7 }))).toHaveLength(7);
    expect(small.requested).toEqual([{ offset: 0, limit: 7 }]);
  });
});

describe("the event at the end of a listing", () => {
  const listen = (client: (onEvent: (event: ClientEvent) => void) => ImagesClient) => {
    const events: ClientEvent[] = [];
    return { events, client: client((event) => event.type === "listing" && events.push(event)) };
  };

  test("says what was read, counted and repeated", async () => {
    const { events, client } = listen((onEvent) =>
      createTestClient(
        (request) => {
          const { offset } = positionOf(request);
          // An image was added in front between the two pages.
          const images = offset === 0 ? imagesFrom(0, 3) : imagesFrom(offset - 1, 4);
          return Response.json({ images, total_count: 5 + Number(offset > 0) });
        },
        { onEvent },
      ),
    );
    expect(await collect(client.items({ limit: 3 }))).toHaveLength(4);
    expect(events).toEqual([{ type: "listing", images: 4, totalCount: 6, repeated: 1 }]);
  });

  test("is absent when the listing was not read whole", async () => {
    const { events, client } = listen((onEvent) =>
      createTestClient(() => Response.json({ images: imagesFrom(0, 5), total_count: 9 }), { onEvent }),
    );
    await collect(client.items({}, { max: 3 }));
    for await (const _image of client.items()) break;
    await client.list();
    expect(events).toEqual([]);
  });
});

describe("the deadline of a listing", () => {
  test("bounds all pages together, with an error of this package", async () => {
    const { client } = createListing(5000, () => sleep(15));
    const reading = collect(client.items({}, { limit: 10, deadline: 100 }));
    await expect(reading).rejects.toMatchObject({
      code: "TIMED_OUT",
      message: "The listing did not end within its deadline of 100 ms",
    });
  });

  test("fails with the attempts and the last cause", async () => {
    let requests = 0;
    const client = createTestClient(
      (request) => {
        requests += 1;
        const { offset, limit } = positionOf(request);
        if (offset === 0) return Response.json({ images: imagesFrom(0, limit) });
        return requests === 2 ? new Response(null, { status: 503 }) : new Promise(() => {});
      },
      { retry: { baseDelay: 1 } },
    );
    const error = await collect(client.items({}, { deadline: 500 })).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TimeoutError);
    expect((error as TimeoutError).cause).toMatchObject({ code: "API_ERROR", status: 503 });
    expect((error as TimeoutError).toReport().attempts).toMatchObject([{ status: 503 }, {}]);
  });

  test("fails at once when a Retry-After cannot be met", async () => {
    let requests = 0;
    const client = createTestClient(
      () => {
        requests += 1;
        return new Response(null, { status: 429, headers: { "Retry-After": "10" } });
      },
      { retry: {} },
    );
    const reading = collect(client.items({}, { deadline: 9000 }));
    await expect(reading).rejects.toMatchObject({ status: 429, retryAfter: 10 });
    expect(requests).toBe(1);
  });

  test("leaves no listener", async () => {
    const { signal } = new AbortController();
    const { client } = createListing(250);
    expect(await collect(client.items({}, { deadline: 60_000, signal }))).toHaveLength(250);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

describe("input", () => {
  test.each([
    [{ deadline: 0 }, "deadline is 0, but must be more than 0"],
    [{ concurrency: 0 }, "concurrency is 0, but must be an integer of 1 or more"],
    [{ concurrency: 1.5 }, "concurrency is 1.5"],
    [{ max: -1 }, "max is -1"],
    [{ limit: 0 }, "limit is 0, but must be an integer from 1 to 100"],
    [{ limit: 101 }, "limit is 101"],
    [{ limit: Number.NaN }, "limit is NaN"],
  ])("rejects %o before anything is sent", async (options, message) => {
    const { client, requested } = createListing(10);
    await expect(collect(client.items({}, options))).rejects.toThrow(message);
    await expect(collect(client.items({}, options))).rejects.toThrow(InputError);
    expect(requested).toEqual([]);
  });

  test("rejects an offset that is out of range as list does", async () => {
    const { client, requested } = createListing(10);
    await expect(collect(client.items({ offset: 5001 }))).rejects.toThrow(InputError);
    await expect(collect(client.items({ offset: 5001 }))).rejects.toThrow(
      "offset is 5001, but must be an integer",
    );
    expect(requested).toEqual([]);
  });

  test("limit and offset of the query determine the page size and where the listing starts", async () => {
    const { client, requested } = createListing(100);
    expect(await collect(client.items({ offset: 70, limit: 20 }))).toEqual(imagesFrom(70, 100));
    expect(requested).toEqual([
      { offset: 70, limit: 20 },
      { offset: 90, limit: 20 },
    ]);
  });
});

describe("any service", () => {
  test("a consistent listing of any length is returned whole, in order and once", async () => {
    const shape = fc.record({
      total: fc.integer({ min: 0, max: 400 }),
      limit: fc.integer({ min: 1, max: 100 }),
      offset: fc.integer({ min: 0, max: 450 }),
      concurrency: fc.integer({ min: 1, max: 9 }),
      max: fc.option(fc.integer({ min: 1, max: 450 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(shape, async ({ total, limit, offset, concurrency, max }) => {
        const { client, flight } = createListing(total);
        const items = await collect(client.items({ offset }, { limit, concurrency, max }));
        expect(items).toEqual(imagesFrom(offset, Math.min(total, offset + (max ?? total))));
        expect(flight.most).toBeLessThanOrEqual(concurrency);
      }),
      { numRuns: 150 },
    );
  });

  test("after a page longer than requested, nothing is requested ahead any more", async () => {
    const flight = { now: 0, most: 0, requested: 0 };
    const client = createTestClient(async (request) => {
      flight.requested += 1;
      flight.most = Math.max(flight.most, ++flight.now);
      await sleep(1);
      flight.now -= 1;
      const { offset, limit } = positionOf(request);
      return Response.json({
        images: imagesFrom(offset, Math.min(400, offset + limit + (offset > 0 ? 10 : 0))),
      });
    });
    const pages = await collect(client.pages({ limit: 10 }, { concurrency: 4 }));
    expect(pages.flatMap(({ images }) => images)).toEqual(imagesFrom(0, 400));
    expect(flight.most).toBeLessThanOrEqual(4);
    // The last page is empty and not returned.
    expect(flight.requested - pages.length - 1).toBeLessThanOrEqual(3);
  });

  const LIMIT = 50;
  test("a listing with any page sizes ends, and no image is returned twice or lost", async () => {
    const shape = fc.record({
      // What the service returns at each offset: less than requested, as much or more.
      sizes: fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 12 }),
      concurrency: fc.integer({ min: 1, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(shape, async ({ sizes, concurrency }) => {
        const sizeAt = (offset: number) => sizes[offset % sizes.length] ?? 0;
        const client = createTestClient((request) => {
          const { offset } = positionOf(request);
          return Response.json({ images: imagesFrom(offset, offset + sizeAt(offset)) });
        });
        const expected: { id: string }[] = [];
        let offset = 0;
        while (offset < 5100) {
          const requested = Math.min(offset, 5000);
          const images = imagesFrom(requested, requested + sizeAt(requested)).slice(offset - requested);
          expected.push(...images);
          if (images.length < Math.min(LIMIT, 5100 - offset)) break;
          offset += images.length;
        }
        const returned: unknown[] = [];
        const failure = await (async () => {
          for await (const item of client.items({ limit: LIMIT }, { concurrency })) returned.push(item);
        })().catch((error: unknown) => error);
        expect(returned).toEqual(expected);
        if (offset >= 5100) expect(failure).toBeInstanceOf(ResponseError);
        else expect(failure).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });
});
