import type { ReceivedRequest } from "./received-request.ts";
import { type RecordedRequest, record } from "./recorded-request.ts";

/** The latest requests, as many as the bounds allow. */
export interface RequestLog {
  /** Oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** Records a request and forgets the oldest ones beyond the bounds. */
  add(request: ReceivedRequest): RecordedRequest;
  clear(): void;
}

const maxRequests = 10_000;
const maxCharacters = 16_000_000;

/** Creates an empty log. */
export function createRequestLog(): RequestLog {
  const requests: RecordedRequest[] = [];
  const sizes: number[] = [];
  let total = 0;
  return {
    requests,
    add(received) {
      const request = record(received);
      let size = request.url.length + received.body.length;
      for (const [name, value] of Object.entries(request.headers)) size += name.length + value.length;
      requests.push(request);
      sizes.push(size);
      total += size;
      while (requests.length > maxRequests || (total > maxCharacters && requests.length > 1)) {
        requests.shift();
        total -= sizes.shift() ?? 0;
      }
      return request;
    },
    clear() {
      requests.length = sizes.length = total = 0;
    },
  };
}
