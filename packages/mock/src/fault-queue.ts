import type { Fault, RequestMatch } from "./fault.ts";
import type { RecordedRequest } from "./recorded-request.ts";

/** A fault, and how many requests it still hits. */
export interface WaitingFault {
  fault: Fault;
  left: number;
}

/** Takes the first fault that hits the request; a request is hit by at most one, the one that was injected first. */
export function takeFault(
  waiting: WaitingFault[],
  request: RecordedRequest,
  isListing: boolean,
): Fault | undefined {
  const entry = waiting.find(
    ({ fault }) => canHit(fault, request, isListing) && matches(fault.match, request),
  );
  if (entry && --entry.left <= 0) waiting.splice(waiting.indexOf(entry), 1);
  return entry?.fault;
}

function canHit(fault: Fault, request: RecordedRequest, isListing: boolean): boolean {
  if (fault.expireToken) return "x-auth-token" in request.headers;
  return isListing || !["totalCount", "ignoreOffset", "change"].some((name) => name in fault);
}

function matches(match: RequestMatch | undefined, request: RecordedRequest): boolean {
  if (typeof match === "function") return match(request);
  const { method = request.method, path = request.path, query = {} } = match ?? {};
  return (
    method === request.method &&
    (typeof path === "string" ? path === request.path : request.path.search(path) >= 0) &&
    Object.entries(query).every(([name, value]) => request.query[name] === value)
  );
}
