import type { MockImage } from "../images/mock-image.ts";
import type { RecordedRequest } from "../requests/recorded-request.ts";

/** Which requests a fault affects: those that equal everything given, or for which a function returns true. */
export type RequestMatch =
  | {
      method?: string;
      /** Path of the URL, or a pattern for it. */
      path?: string | RegExp;
      /** Parameters that the query must contain; others are ignored. */
      query?: Readonly<Record<string, string>>;
    }
  | ((request: RecordedRequest) => boolean);

/**
 * A failure to simulate. `status` and one of `body` and `html` replace the response. `redirect`, `totalCount`,
 * `pageCap`, `hidden`, `ignoreOffset`, `change`, `shift`, `expireToken` and `reset` exclude these and each other. `reset`,
 * `stall` and `truncate` exclude each other. `delay` and `clockOffset` can be combined with everything.
 */
export interface Fault {
  /** Status of the response. Alone it must be 400 to 599 and has an error of the description as its body: the usual one
   * of the operation for that status. */
  status?: number;
  /** Body of the response: JSON, or a string sent as it is, `""` for none. The status is 200 unless `status` is given. */
  body?: object | string;
  /** Responds with an HTML page, as proxies do. The status is 200 unless `status` is given. */
  html?: true;
  /** Redirects to this `Location` with status 307. */
  redirect?: string;
  /** Sends a wrong `total_count` in a listing. */
  totalCount?: number;
  /** Sends at most this many images in a listing, whatever `limit` says. */
  pageCap?: number;
  /** Leaves this many images out of a page, as services do that check permissions after paging. */
  hidden?: number;
  /** Starts a listing at its first image, whatever `offset` says. */
  ignoreOffset?: true;
  /** Changes the catalogue permanently after a successful listing: between two pages. */
  change?: (images: readonly MockImage[]) => readonly MockImage[];
  /**
   * Shifts the list permanently after a successful listing, as happens when images come and go while it is read: inserts
   * that many copies of its first image at its beginning, so that the next page repeats images; a negative number
   * removes its first images, so that the next page misses some. -100 to 100.
   */
  shift?: number;
  /** Expires the token of the request, for this request and all later ones. */
  expireToken?: true;
  /** Loses the connection before the response: `fetch` rejects with a `TypeError`. */
  reset?: true;

  /** Sends `Retry-After`, usually with `status`: seconds, or an HTTP date. */
  retryAfter?: number | string;
  /** Waits before the response, in milliseconds; `Infinity` waits until the caller aborts. */
  delay?: number;
  /**
   * Milliseconds by which the clock is ahead for this request, negative if it is behind: in the header `Date`, for tokens
   * and signatures, and for what is issued. With `times` or `match`, the clock jumps.
   */
  clockOffset?: number;
  /** Sends half of the body, then nothing until the caller aborts. */
  stall?: true;
  /** Loses the connection half-way through the body: reading it rejects with a `TypeError`. */
  truncate?: true;

  /** Number of requests to affect, 1 or more; default 1. */
  times?: number;
  /** Requests to affect; default the next ones to which the fault applies. */
  match?: RequestMatch;
}
