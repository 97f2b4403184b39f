import { halfOf } from "../faults/broken-body.ts";
import type { Fault } from "../faults/fault.ts";
import type { ReceivedRequest } from "../requests/received-request.ts";
import { bodyText, type ServiceResponse } from "../service/service-response.ts";
import { encodeText } from "../text/encode-text.ts";

/** A response in plain values. */
export interface MockResponse {
  /** HTTP status. */
  status: number;
  /** Names are spelled as documented, such as `X-Request-Id`. */
  headers: Record<string, string>;
  /** `null` if the status allows no body, a stream if a fault cuts the body off. */
  body: string | ReadableStream<Uint8Array> | null;
}

const statusesWithoutBody = [204, 205, 304];

/** Serializes a response of the service and applies a fault to it. `pause` waits until the caller aborts. */
export function createMockResponse(
  { status, headers: own, ...response }: ServiceResponse,
  fault: Fault,
  { id, url, time }: ReceivedRequest,
  pause: () => Promise<unknown>,
): MockResponse {
  const text = bodyText(response.body, id);
  const hasBody = !statusesWithoutBody.includes(status);
  const effects = Object.keys(fault).join(" ");
  const headers = {
    "Content-Type": "application/json",
    // Without it, MSW 3 takes a body that is cut off for a complete one.
    ...(hasBody && { "Content-Length": `${encodeText(text).length}` }),
    Date: new Date(time).toUTCString(),
    "X-Request-Id": id,
    ...(/^\/v3(\.0)?\//.test(url.pathname) && { "X-IAM-Trace-Id": id }),
    ...(status === 405 && { Allow: "GET" }),
    ...(effects && { "X-Mock-Fault": effects }),
    ...(fault.retryAfter !== undefined && { "Retry-After": `${fault.retryAfter}` }),
    ...own,
  };
  let body: MockResponse["body"] = text;
  if (!hasBody) body = null;
  else if (fault.stall) body = halfOf(text, pause);
  else if (fault.truncate) body = halfOf(text, () => Promise.reject(new TypeError("terminated")));
  return { status, headers, body };
}
