import type { RecordedRequest } from "../requests/recorded-request.ts";
import type { Fault, RequestMatch } from "./fault.ts";
import { listingEffects } from "./fault-rules.ts";

/** An injected fault and the number of requests that it will still affect. */
export interface PendingFault {
  fault: Fault;
  left: number;
}

/** Takes the fault for a request: of all that apply, the one that was injected first. */
export function takeFault(
  pending: PendingFault[],
  request: RecordedRequest,
  isListing: boolean,
): Fault | undefined {
  const entry = pending.find(
    ({ fault }) => applies(fault, request, isListing) && matches(fault.match, request),
  );
  if (entry && --entry.left <= 0) pending.splice(pending.indexOf(entry), 1);
  return entry?.fault;
}

function applies(fault: Fault, request: RecordedRequest, isListing: boolean): boolean {
  if (fault.expireToken) return "x-auth-token" in request.headers;
  return isListing || !listingEffects.some((name) => name in fault);
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
