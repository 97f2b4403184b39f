/** What the mock reads of a request. A `Request` has all of it, and so can the request of a server. */
export interface MockRequest extends Pick<Request, "method" | "url" | "signal" | "text"> {
  /** By lower-case name, or whatever its case as in `Headers`. */
  headers: Iterable<[string, string]> & Pick<ReadonlyMap<string, string> | Headers, "get" | "has">;
}

/** A request with everything that the mock reads from it. */
export interface ReceivedRequest {
  /** 32 hexadecimal digits, sent back in `X-Request-Id`. */
  id: string;
  /** When it is handled by the clock, in milliseconds since 1970. */
  time: number;
  method: string;
  url: URL;
  /** By lower-case name. */
  headers: ReadonlyMap<string, string>;
  /** Empty if there is no body. */
  body: string;
}

/** Returns 32 random hexadecimal digits. */
export function randomId(): string {
  return crypto.randomUUID().replaceAll("-", "");
}

/** Reads a request and its body. `time` is the time of the clock. */
export async function receive(request: MockRequest, time: number): Promise<ReceivedRequest> {
  const { method, headers, url } = request;
  return {
    id: randomId(),
    time,
    method,
    url: new URL(url),
    // Unlike others, happy-dom does not put the names in lower case.
    headers: new Map([...headers].map(([name, value]) => [name.toLowerCase(), value])),
    body: await request.text(),
  };
}
