import { createStop } from "./abort.ts";
import type { CallOptions } from "./call.ts";
import { ResponseError } from "./errors.ts";
import type { ImageInfo, ImagePage, ImagesQuery } from "./image.ts";
import { serializeQuery } from "./input.ts";
import { queryRules } from "./query-rules.gen.ts";
import { demand } from "./requirement.ts";

/** How a listing is read page by page. */
export interface PageOptions extends CallOptions {
  /** Requests in flight at a time; 1 by default. With more, pages after the first are asked for in advance. */
  readonly concurrency?: number | undefined;
  /** Images per request, from 1 to 100 (the default); goes before `limit` in the query. */
  readonly limit?: number | undefined;
  /** Images to read at the most; all by default. */
  readonly max?: number | undefined;
}

const [, LARGEST_LIMIT] = queryRules.limit.range;
const [, LARGEST_OFFSET] = queryRules.offset.range;
/** The service gives no image from this position on. */
const END = LARGEST_OFFSET + LARGEST_LIMIT;

function checkCount(name: string, value: number, most = Number.POSITIVE_INFINITY): void {
  const right = most < Number.POSITIVE_INFINITY ? `from 1 to ${most}` : "1 or more";
  const isWhole = Number.isInteger(value) || value === Number.POSITIVE_INFINITY;
  demand(isWhole && value >= 1 && value <= most, name, value, `an integer, ${right}`);
}

function isRepeated(images: readonly ImageInfo[], previous: readonly ImageInfo[]): boolean {
  return images.length === previous.length && images.every(({ id }, index) => id === previous[index]?.id);
}

/**
 * Reads a listing page by page, in order, until a page is shorter than asked for. Pages in advance are asked for only
 * once the first one was full, and while none is longer than asked for; no more than `concurrency` at a time wait to be
 * given: at most `concurrency - 1` requests are in vain.
 *
 * @throws {ResponseError} when a page repeats the one before it, or the listing goes on beyond what can be reached.
 */
export async function* readPages(
  list: (query: ImagesQuery, options: CallOptions) => Promise<ImagePage>,
  query: ImagesQuery,
  {
    signal,
    concurrency = 1,
    limit = query.limit ?? LARGEST_LIMIT,
    max = Number.POSITIVE_INFINITY,
  }: PageOptions,
): AsyncGenerator<ImagePage, void, undefined> {
  checkCount("limit", limit, LARGEST_LIMIT);
  checkCount("concurrency", concurrency);
  checkCount("max", max);
  serializeQuery(query);
  const size = Math.min(limit, max);
  const first = query.offset ?? 0;
  let stop = createStop(signal);
  let ahead: Promise<ImagePage>[] = [];
  let asked = first; // position of the next request
  let given = 0;
  let width = concurrency;
  let previous: readonly ImageInfo[] = [];

  /** Reads the images from a position on; beyond the largest offset together with some that were given already. */
  async function readFrom(position: number): Promise<ImagePage> {
    const offset = Math.min(position, LARGEST_OFFSET);
    const before = position - offset;
    const limit = Math.min(before + size, LARGEST_LIMIT);
    const page = await list({ ...query, limit, offset }, { signal: stop.signal });
    return { ...page, images: page.images.slice(before) };
  }

  try {
    while (given < max) {
      signal?.throwIfAborted(); // Pages in advance may have arrived before.
      while (ahead.length < (given === 0 ? 1 : width) && asked < END && asked - first < max) {
        const page = readFrom(asked);
        page.catch(() => {}); // A page in advance may fail after the end; whoever waits for it sees the failure.
        ahead.push(page);
        asked += size;
      }
      const page = await ahead.shift();
      if (!page) {
        throw new ResponseError(
          `The listing goes on, but no offset beyond ${LARGEST_OFFSET} is allowed: ${given} images were read. Narrow the filters`,
          "offset-limit",
        );
      }
      const { images } = page;
      if (images.length > 0 && isRepeated(images, previous)) {
        throw new ResponseError(
          `The service repeats a page: ${given} images were read, and offset is ignored`,
          "no-progress",
        );
      }
      const expected = Math.min(size, END - first - given);
      if (images.length > 0 || given === 0) yield { ...page, images: images.slice(0, max - given) };
      given += images.length;
      previous = images;
      if (images.length < expected) return;
      if (images.length > expected) {
        // What was asked for in advance starts at the wrong offsets, and so would whatever followed it.
        stop.abort();
        stop.release();
        stop = createStop(signal);
        ahead = [];
        width = 1;
        asked = first + given;
      }
    }
  } finally {
    stop.abort();
    stop.release();
  }
}
