import type { MockImage } from "./mock-image.ts";
import type { RecordedRequest } from "./recorded-request.ts";

/** Which requests a fault hits: those for which all that is given is equal, or a function says so. */
export type RequestMatch =
  | {
      method?: string;
      /** Path of the URL, or a pattern for it. */
      path?: string | RegExp;
      /** Parameters that the query has, among others. */
      query?: Readonly<Record<string, string>>;
    }
  | ((request: RecordedRequest) => boolean);

/**
 * Something that goes wrong. `status`, `body` and `html` answer instead of the service; `redirect` and the four after it
 * stand alone; one of `reset`, `stall` and `truncate` says what happens to the connection; `delay` goes with all.
 */
export interface Fault {
  /** Status of the answer; alone, 400 to 599 with the error body that is documented for it. */
  status?: number;
  /** Body of your own: JSON, or a string that is sent as it is, `""` for none. Its status is 200 unless `status` is given. */
  body?: object | string;
  /** A page of HTML, as proxies send it. Its status is 200 unless `status` is given. */
  html?: true;
  /** `Location` of a redirect with status 307. */
  redirect?: string;
  /** A wrong `total_count` in a listing. */
  totalCount?: number;
  /** A listing answers from its first image, whatever `offset` says. */
  ignoreOffset?: true;
  /** Changes the catalogue for good, after a listing is answered: between two pages. */
  change?: (images: readonly MockImage[]) => readonly MockImage[];
  /** The token of the request expires, for this request and all later ones. */
  expireToken?: true;

  /** `Retry-After` of the answer, most often with `status`: seconds, or an HTTP date. */
  retryAfter?: number | string;
  /** Milliseconds before the answer; `Infinity` for no answer until the caller aborts. */
  delay?: number;
  /** The connection is lost before the answer: `fetch` rejects with a `TypeError`. */
  reset?: true;
  /** The body stops half-way, and nothing follows until the caller aborts. */
  stall?: true;
  /** The connection is lost half-way through the body: reading it rejects with a `TypeError`. */
  truncate?: true;

  /** How many requests the fault hits, 1 or more; default 1. */
  times?: number;
  /** Which requests it hits; default the next ones to which it can happen. */
  match?: RequestMatch;
}
