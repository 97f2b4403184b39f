import type { Fault } from "../faults/fault.ts";
import { type PendingFault, takeFault } from "../faults/fault-queue.ts";
import { checkFault } from "../faults/fault-rules.ts";
import { wait } from "../faults/wait.ts";
import { type MockRequest, type ReceivedRequest, receive } from "../requests/received-request.ts";
import type { RecordedRequest } from "../requests/recorded-request.ts";
import { createRequestLog } from "../requests/request-log.ts";
import type { ServiceResponse } from "../service/service-response.ts";
import { createMockResponse, type MockResponse } from "./mock-response.ts";
import { isPreflight, preflightResponse } from "./preflight.ts";

/** Something that responds to requests, records them, and fails on demand. */
export interface Responder {
  /**
   * Responds like the service, whatever the origin of the URL. Rejects like `fetch`: with a `TypeError` for a lost
   * connection, with the signal's reason for an abort. Returns redirects without following them. A CORS preflight is
   * allowed, not recorded, and takes no fault.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Does what `fetch` does, but returns plain values: for servers and other code that intercepts requests. */
  readonly respond: (request: MockRequest) => Promise<MockResponse>;
  /** The latest requests, at most 10 000 and 16 MB, oldest first, with their credentials masked. */
  readonly requests: readonly RecordedRequest[];
  /** Makes the next requests fail as described. Throws a `MockUsageError` for an impossible fault. */
  inject(fault: Fault): void;
  /** Forgets the injected faults. */
  clearFaults(): void;
  /** Forgets the recorded requests. */
  clearRequests(): void;
  /** Restores the initial state. */
  reset(): void;
}

/** Handles a request that takes a fault. */
export type Handler = (
  request: ReceivedRequest,
  fault: Fault,
  signal: AbortSignal,
) => Promise<ServiceResponse>;

/** Creates a responder. `begin` is called when a request arrives, and returns what handles that request. */
export function createResponder(
  begin: () => Handler,
  isListing: (request: ReceivedRequest) => boolean,
  now: () => number,
): Responder {
  const log = createRequestLog();
  let faults: PendingFault[] = [];

  async function respond(request: MockRequest, input: unknown = request): Promise<MockResponse> {
    // A request in flight during a reset must not affect the new state.
    const [handle, pending] = [begin(), faults];
    const { signal } = request;
    signal.throwIfAborted();
    if (isPreflight(request)) return preflightResponse(request);
    const received = await receive(request, now());
    const recorded = log.add(received);
    const settle = () => {
      recorded.aborted = signal.aborted;
    };
    const pause = (milliseconds?: number) => wait(signal, [request, input], milliseconds).finally(settle);
    const fault = takeFault(pending, recorded, isListing(received)) ?? {};
    if (fault.delay) await pause(fault.delay);
    received.time = now() + (fault.clockOffset ?? 0);
    if (fault.reset) throw new TypeError("fetch failed");
    const response = await handle(received, fault, signal).finally(settle);
    return createMockResponse(response, fault, received, pause);
  }

  return {
    async fetch(input, init) {
      const response = await respond(new Request(input, init), input);
      return new Response(response.body, response);
    },
    respond,
    requests: log.requests,
    inject(fault) {
      checkFault(fault);
      faults.push({ fault, left: fault.times ?? 1 });
    },
    clearFaults() {
      faults.length = 0;
    },
    clearRequests: log.clear,
    reset() {
      faults = [];
      log.clear();
    },
  };
}
