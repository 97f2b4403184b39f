import type { Fault } from "./faults/fault.ts";
import { type PendingFault, takeFault } from "./faults/fault-queue.ts";
import { faultResponse } from "./faults/fault-response.ts";
import { checkFault } from "./faults/fault-rules.ts";
import { wait } from "./faults/wait.ts";
import { createCatalogue } from "./images/catalogue.ts";
import type { MockImage } from "./images/mock-image.ts";
import { sampleImages } from "./images/sample-images.ts";
import { type MockOptions, optionRules } from "./mock-options.ts";
import { createMockResponse, type MockResponse } from "./mock-response.ts";
import { preflightResponse } from "./preflight.ts";
import { receive } from "./requests/received-request.ts";
import type { RecordedRequest } from "./requests/recorded-request.ts";
import { createRequestLog } from "./requests/request-log.ts";
import { createService, isListing, operationOf } from "./service/service.ts";
import { createTemporaryKeys, type IssuedKey } from "./service/temporary-keys.ts";
import { MockUsageError } from "./usage/mock-usage-error.ts";
import { checkProperties } from "./usage/property-rules.ts";

/** A product images service in memory. */
export interface Mock {
  /** Origin of the mock, without a trailing slash; give it to a client as its endpoint, for images and for IAM. */
  readonly url: string;
  /**
   * Responds like the service, whatever the origin of the URL. Rejects like `fetch`: with a `TypeError` for a lost
   * connection, with the signal's reason for an abort. Returns redirects without following them. A CORS preflight is
   * allowed, not recorded, and takes no fault.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Does what `fetch` does, but returns plain values: for servers and other code that intercepts requests. */
  readonly respond: (request: Request) => Promise<MockResponse>;
  /** The catalogue. It is frozen; assign another array to change it. Throws a `MockUsageError` for an invalid image. */
  get images(): readonly MockImage[];
  set images(images: readonly MockImage[]);
  /**
   * Milliseconds by which the clock is ahead of `now`, negative if it is behind; at first 0. Tokens expire and signatures
   * are checked by this clock. Throws a `MockUsageError` unless it is finite.
   */
  get clockOffset(): number;
  set clockOffset(milliseconds: number);
  /**
   * Issues a temporary access key that the mock accepts until it expires by its clock, by default for an hour, or for
   * `temporaryKeySeconds` if that is set. Throws a `MockUsageError` for a lifetime of 0 or more than a year.
   */
  issueTemporaryKey(seconds?: number): IssuedKey;
  /** The latest requests, at most 10 000 and 16 MB, oldest first, with their credentials masked. */
  readonly requests: readonly RecordedRequest[];
  /** Makes the next requests fail as described. Throws a `MockUsageError` for an impossible fault. */
  inject(fault: Fault): void;
  /** Forgets the injected faults. */
  clearFaults(): void;
  /** Forgets the recorded requests. */
  clearRequests(): void;
  /**
   * Restores the initial state: the first catalogue and clock, no requests, no faults, no issued tokens or keys, nobody
   * locked.
   */
  reset(): void;
}

/** Creates a mock. Throws a `MockUsageError` for an unknown or invalid option. */
export function createMock(options: MockOptions = {}): Mock {
  checkProperties("option", options, optionRules);
  const { url = "https://workspace.mock.test", images = sampleImages, now = Date.now } = options;
  const first = createCatalogue(images);
  let clockOffset = 0;
  const clock = () => now() + clockOffset;
  const start = () => {
    const temporaryKeys = createTemporaryKeys(options.temporaryKeySeconds, clock);
    return {
      catalogue: first,
      temporaryKeys,
      service: createService({ ...options, now: clock }, temporaryKeys),
      faults: [] as PendingFault[],
    };
  };
  const log = createRequestLog();
  let state = start();

  async function respond(request: Request, input: unknown = request): Promise<MockResponse> {
    // A request in flight during a reset must not affect the new state.
    const current = state;
    const { signal } = request;
    signal.throwIfAborted();
    const preflight = preflightResponse(request);
    if (preflight) return preflight;
    const received = await receive(request);
    const recorded = log.add(received);
    const pause = (milliseconds?: number) =>
      wait(signal, [request, input], milliseconds).finally(() => {
        recorded.aborted = signal.aborted;
      });
    const fault = takeFault(current.faults, recorded, isListing(received)) ?? {};
    if (fault.delay) await pause(fault.delay);
    if (fault.reset) throw new TypeError("fetch failed");
    const response =
      faultResponse(fault, operationOf(received)) ??
      (await current.service(received, { ...fault, ...current }));
    recorded.aborted = signal.aborted;
    signal.throwIfAborted();
    if (fault.change) current.catalogue = createCatalogue(fault.change(current.catalogue.images));
    return createMockResponse(response, fault, received, clock(), pause);
  }

  return {
    url: url.replace(/\/$/, ""),
    async fetch(input, init) {
      const response = await respond(new Request(input, init), input);
      return new Response(response.body, response);
    },
    respond,
    get images() {
      return state.catalogue.images;
    },
    set images(images) {
      state.catalogue = createCatalogue(images);
    },
    get clockOffset() {
      return clockOffset;
    },
    set clockOffset(milliseconds) {
      if (!Number.isFinite(milliseconds)) {
        throw new MockUsageError(`clockOffset must be a finite number, not ${milliseconds}.`);
      }
      clockOffset = milliseconds;
    },
    issueTemporaryKey: (seconds = 3600) => state.temporaryKeys.issue(seconds),
    requests: log.requests,
    inject(fault) {
      checkFault(fault);
      state.faults.push({ fault, left: fault.times ?? 1 });
    },
    clearFaults() {
      state.faults.length = 0;
    },
    clearRequests: log.clear,
    reset() {
      state = start();
      clockOffset = 0;
      log.clear();
    },
  };
}
