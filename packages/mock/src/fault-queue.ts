import type { Fault, RequestMatch } from "./fault.ts";
import { checkFault } from "./fault-rules.ts";
import type { RecordedRequest } from "./recorded-request.ts";

/** Faults that wait for their requests. */
export interface FaultQueue {
  inject(fault: Fault): void;
  /** Takes the first fault that hits the request. */
  take(request: RecordedRequest, isListing: boolean): Fault | undefined;
}

/** Creates an empty queue; a request is hit by at most one fault, the one that was injected first. */
export function createFaultQueue(): FaultQueue {
  let waiting: { fault: Fault; left: number }[] = [];
  return {
    inject(fault) {
      checkFault(fault);
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    take(request, isListing) {
      const entry = waiting.find(
        ({ fault }) => canHit(fault, request, isListing) && matches(fault.match, request),
      );
      if (!entry) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) waiting = waiting.filter((other) => other !== entry);
      return entry.fault;
    },
  };
}

function canHit(fault: Fault, request: RecordedRequest, isListing: boolean): boolean {
  if (fault.expireToken) return "x-auth-token" in request.headers;
  return isListing || !["totalCount", "ignoreOffset", "change"].some((name) => name in fault);
}

function matches(match: RequestMatch | undefined, request: RecordedRequest): boolean {
  if (!match) return true;
  if (typeof match === "function") return match(request);
  const { method = request.method, path = request.path, query = {} } = match;
  return (
    method === request.method &&
    (typeof path === "string" ? path === request.path : request.path.search(path) >= 0) &&
    Object.entries(query).every(([name, value]) => request.query[name] === value)
  );
}
