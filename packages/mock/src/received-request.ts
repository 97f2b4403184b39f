/** A request with what every part of the mock reads from it, taken out once. */
export interface ReceivedRequest {
  /** 32 hexadecimal digits, answered in `X-Request-Id`. */
  id: string;
  method: string;
  url: URL;
  headers: Headers;
  /** Empty without a body. */
  body: string;
}

/** Returns 32 random hexadecimal digits. */
export function randomId(): string {
  return crypto.randomUUID().replaceAll("-", "");
}

/** Reads a request and its body. */
export async function receive(request: Request): Promise<ReceivedRequest> {
  const { method, headers, url } = request;
  return {
    id: randomId(),
    method,
    url: new URL(url),
    headers,
    body: method === "GET" ? "" : await request.text(),
  };
}
