import { createStop } from "../async/abort.ts";
import type { CallOptions, PartOptions } from "../call/call.ts";
import type { ListingEvent } from "../call/event.ts";
import { ResponseError } from "../errors/errors.ts";
import { requireInput } from "../errors/requirement.ts";
import { queryRules } from "../generated/query-rules.gen.ts";
import type { ImagePage, ImagesQuery } from "./image.ts";
import { checkParameter, serializeQuery } from "./query.ts";

/** How a listing is read page by page. */
export interface PageOptions extends CallOptions {
  /** Maximum number of requests in flight. Default 1; with more, the pages after the first are requested ahead. */
  readonly concurrency?: number | undefined;
  /** Images per request, from 1 to 100 (the default); takes precedence over `limit` in the query. */
  readonly limit?: number | undefined;
  /** Maximum number of images to read. Default: all. */
  readonly max?: number | undefined;
  /** Milliseconds for the whole listing, the time between two pages included. Default: none. */
  readonly deadline?: number | undefined;
}

const [, LARGEST_LIMIT] = queryRules.limit.range;
const [, LARGEST_OFFSET] = queryRules.offset.range;
/** The service returns no image from this position on. */
const END = LARGEST_OFFSET + LARGEST_LIMIT;

/**
 * Reads a listing page by page, in order, each image once. It ends with an empty page, or with one that is shorter than
 * requested unless `total_count` says that more exist. Further pages are requested ahead once the first one was full, and
 * as long as all are as long as requested; at most `concurrency` requests are in flight or wait to be read, so that at
 * most `concurrency - 1` requests are wasted.
 *
 * @throws {ResponseError} when a page brings nothing new and is not a short rest, or the listing continues beyond the
 *   largest offset.
 */
export async function* readPages(
  list: (query: ImagesQuery, options: PartOptions) => Promise<ImagePage>,
  query: ImagesQuery,
  {
    signal,
    concurrency = 1,
    limit = query.limit ?? LARGEST_LIMIT,
    max = Number.POSITIVE_INFINITY,
    deadline = Number.POSITIVE_INFINITY,
  }: PageOptions,
  emit?: (event: ListingEvent) => void,
): AsyncGenerator<ImagePage, void, undefined> {
  checkParameter("limit", limit, { range: [1, LARGEST_LIMIT] });
  checkParameter("concurrency", concurrency, { range: [1, Number.POSITIVE_INFINITY] });
  checkParameter("max", max, { range: [1, Number.POSITIVE_INFINITY] });
  requireInput(deadline > 0, "deadline", deadline, "more than 0");
  serializeQuery(query); // Its offset, which the requests below change.
  const size = Math.min(limit, max);
  const first = query.offset ?? 0;
  const whole = createStop(signal, deadline, `The listing did not end within its deadline of ${deadline} ms`);
  const endsAt = performance.now() + deadline;
  let stop = createStop(whole.signal);
  let ahead: Promise<ImagePage>[] = [];
  let width = 1; // The first page is requested alone.
  let read = 0; // Images that arrived, also those that were seen before.
  let previous = 0; // Images of the page before.
  const seen = new Set<string>();

  /** Reads the images from a position on. Beyond the largest offset, the request includes images that were returned before. */
  async function readFrom(position: number): Promise<ImagePage> {
    const offset = Math.min(position, LARGEST_OFFSET);
    const before = position - offset;
    const limit = Math.min(before + size, LARGEST_LIMIT);
    const page = await list({ ...query, limit, offset }, { signal: stop.signal, endsAt });
    return { ...page, images: page.images.slice(before) };
  }

  try {
    while (seen.size < max) {
      whole.signal.throwIfAborted(); // Pages ahead may have arrived before the abort.
      while (ahead.length < width) {
        const distance = ahead.length * size;
        if (first + read + distance >= END || seen.size + distance >= max) break;
        const page = readFrom(first + read + distance);
        page.catch(() => {}); // A page ahead may fail after the end; otherwise the failure is thrown below.
        ahead.push(page);
      }
      const page = await ahead.shift();
      if (!page) {
        throw new ResponseError(
          `The listing continues beyond offset ${LARGEST_OFFSET}, the largest allowed. ${seen.size} images were read. Narrow the filters`,
          "offset-limit",
        );
      }
      const { images, total_count: totalCount } = page;
      const added = images.filter(({ id }) => !seen.has(id) && seen.add(id));
      const expected = Math.min(size, END - first - read);
      if (images.length > 0 && added.length === 0 && images.length >= Math.min(expected, previous)) {
        throw new ResponseError(
          `The service repeats a page, so it ignores offset. ${seen.size} images were read`,
          "no-progress",
        );
      }
      if (added.length > 0 || read === 0) {
        yield { ...page, images: added.slice(0, max - seen.size + added.length) };
      }
      if (read === 0) width = concurrency;
      read += images.length;
      previous = images.length;
      if (images.length === 0 || (images.length < expected && !(Number(totalCount) > first + read))) {
        emit?.({ type: "listing", images: seen.size, totalCount, repeated: read - seen.size });
        return;
      }
      if (images.length !== expected) {
        // The pages ahead start at wrong offsets, and so would others: from now on, one at a time.
        stop.abort();
        stop = createStop(whole.signal);
        ahead = [];
        width = 1;
      }
    }
  } finally {
    stop.abort();
    whole.release();
  }
}
