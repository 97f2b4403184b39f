import { createStop } from "./abort.ts";
import type { CallOptions } from "./call.ts";
import { InputError, ResponseError } from "./errors.ts";
import type { ImageInfo, ImagePage, ImagesQuery } from "./image.ts";
import { queryRules } from "./query-rules.gen.ts";

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

function checkCount(name: string, value: number, most = Number.POSITIVE_INFINITY): void {
  if (value === most || (Number.isInteger(value) && value >= 1 && value < most)) return;
  const range = most === Number.POSITIVE_INFINITY ? "1 or more" : `from 1 to ${most}`;
  throw new InputError(`${name} is ${String(value)}, but has to be an integer, ${range}`);
}

function isRepeated(images: readonly ImageInfo[], previous: readonly ImageInfo[]): boolean {
  return images.length === previous.length && images.every(({ id }, index) => id === previous[index]?.id);
}

/**
 * Reads a listing page by page, in order, until a page is shorter than asked for. Pages in advance are asked for only
 * once the first one was full, and no more than `concurrency` at a time wait to be given: at most `concurrency - 1`
 * requests are in vain.
 *
 * @throws {ResponseError} when a page repeats the one before it, or the listing goes on beyond the largest offset.
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
  const size = Math.min(limit, max);
  const first = query.offset ?? 0;
  let stop = createStop(signal);
  let ahead: Promise<ImagePage>[] = [];
  let asked = first; // offset of the next request
  let given = 0;
  let previous: readonly ImageInfo[] = [];
  try {
    while (given < max) {
      const width = given === 0 ? 1 : concurrency;
      // The first request is made whatever its offset is: what is wrong with that is said where it is checked.
      while (ahead.length < width && (asked <= LARGEST_OFFSET || asked === first) && asked - first < max) {
        const page = list({ ...query, limit: size, offset: asked }, { signal: stop.signal });
        page.catch(() => {}); // A page in advance may fail after the end; whoever waits for it sees the failure.
        ahead.push(page);
        asked += size;
      }
      const page = await ahead.shift();
      if (!page) {
        throw new ResponseError(
          `The listing goes on, but no offset beyond ${LARGEST_OFFSET} is allowed: ${given} images were read. Narrow the filters`,
        );
      }
      const { images } = page;
      if (images.length > 0 && isRepeated(images, previous)) {
        throw new ResponseError(
          `The service repeats a page: ${given} images were read, and offset is ignored`,
        );
      }
      if (images.length > 0 || given === 0) yield { ...page, images: images.slice(0, max - given) };
      given += images.length;
      previous = images;
      if (images.length < size) return;
      if (images.length > size) {
        // What was asked for in advance starts at the wrong offsets.
        stop.abort();
        stop.release();
        stop = createStop(signal);
        ahead = [];
        asked = first + given;
      }
    }
  } finally {
    stop.abort();
    stop.release();
  }
}
