import { createStop } from "../async/abort.ts";
import type { CallOptions } from "../call/call.ts";
import { ResponseError } from "../errors/errors.ts";
import { requireInput } from "../errors/requirement.ts";
import { queryRules } from "../generated/query-rules.gen.ts";
import type { ImageInfo, ImagePage, ImagesQuery } from "./image.ts";
import { serializeQuery } from "./query.ts";

/** How a listing is read page by page. */
export interface PageOptions extends CallOptions {
  /** Most requests in flight at a time. Default 1; with more, the pages after the first are requested ahead. */
  readonly concurrency?: number | undefined;
  /** Images per request, from 1 to 100 (the default); takes precedence over `limit` in the query. */
  readonly limit?: number | undefined;
  /** Most images to read. Default: all. */
  readonly max?: number | undefined;
}

const [, LARGEST_LIMIT] = queryRules.limit.range;
const [, LARGEST_OFFSET] = queryRules.offset.range;
/** The service returns no image from this position on. */
const END = LARGEST_OFFSET + LARGEST_LIMIT;

function checkCount(name: string, value: number, max = Number.POSITIVE_INFINITY): void {
  const range = max < Number.POSITIVE_INFINITY ? `from 1 to ${max}` : "of 1 or more";
  const isWhole = Number.isInteger(value) || value === Number.POSITIVE_INFINITY;
  requireInput(isWhole && value >= 1 && value <= max, name, value, `an integer ${range}`);
}

function isRepeated(images: readonly ImageInfo[], previous: readonly ImageInfo[]): boolean {
  return images.length === previous.length && images.every(({ id }, index) => id === previous[index]?.id);
}

/**
 * Reads a listing page by page, in order, until a page is shorter than requested. Further pages are requested ahead
 * once the first one was full, and as long as none is longer than requested; at most `concurrency` requests are in
 * flight or wait to be read, so that at most `concurrency - 1` requests are wasted.
 *
 * @throws {ResponseError} when a page repeats the one before it, or the listing continues beyond the largest offset.
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
  serializeQuery(query); // Its offset, which the requests below change.
  const size = Math.min(limit, max);
  const first = query.offset ?? 0;
  let stop = createStop(signal);
  let ahead: Promise<ImagePage>[] = [];
  let width = 1; // The first page is requested alone.
  let returned = 0;
  let previous: readonly ImageInfo[] = [];

  /** Reads the images from a position on. Beyond the largest offset, the request includes images that were returned before. */
  async function readFrom(position: number): Promise<ImagePage> {
    const offset = Math.min(position, LARGEST_OFFSET);
    const before = position - offset;
    const limit = Math.min(before + size, LARGEST_LIMIT);
    const page = await list({ ...query, limit, offset }, { signal: stop.signal });
    return { ...page, images: page.images.slice(before) };
  }

  try {
    while (returned < max) {
      signal?.throwIfAborted(); // Pages ahead may have arrived before the abort.
      while (ahead.length < width) {
        const position = returned + ahead.length * size;
        if (first + position >= END || position >= max) break;
        const page = readFrom(first + position);
        page.catch(() => {}); // A page ahead may fail after the end; otherwise the failure is thrown below.
        ahead.push(page);
      }
      const page = await ahead.shift();
      if (!page) {
        throw new ResponseError(
          `The listing continues beyond offset ${LARGEST_OFFSET}, the largest allowed. ${returned} images were read. Narrow the filters`,
          "offset-limit",
        );
      }
      const { images } = page;
      if (images.length > 0 && isRepeated(images, previous)) {
        throw new ResponseError(
          `The service repeats a page, so it ignores offset. ${returned} images were read`,
          "no-progress",
        );
      }
      const expected = Math.min(size, END - first - returned);
      if (images.length > 0 || returned === 0) yield { ...page, images: images.slice(0, max - returned) };
      if (returned === 0) width = concurrency;
      returned += images.length;
      previous = images;
      if (images.length < expected) return;
      if (images.length > expected) {
        // The pages ahead start at wrong offsets, and so would others: from now on, one at a time.
        stop.abort();
        stop.release();
        stop = createStop(signal);
        ahead = [];
        width = 1;
      }
    }
  } finally {
    stop.abort();
    stop.release();
  }
}
