import type { RawRequest } from "./raw-requests.ts";

/** Returns what is wrong with the bytes that a request got, or `undefined`. */
export function complaint({ isWhole }: RawRequest, received: string): string | undefined {
  if (received === "") return isWhole ? "no response" : undefined;
  let rest = received;
  while (rest !== "") {
    const end = rest.indexOf("\r\n\r\n");
    const [statusLine = "", ...lines] = rest.slice(0, end).split("\r\n");
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]);
    if (end < 0 || !status) return `not HTTP: ${JSON.stringify(rest.slice(0, 100))}`;
    rest = rest.slice(end + 4);
    if (status < 200) continue;
    const headers = new Map(
      lines.map((line) => [line.split(": ")[0]?.toLowerCase(), line.replace(/^[^:]*: ?/, "")]),
    );
    // HEAD has no body, except where the request cannot be parsed and its method is not known.
    const hasBody = status !== 204 && status !== 304 && rest !== "" && !rest.startsWith("HTTP/");
    const length = hasBody ? Number(headers.get("content-length") ?? rest.length) : 0;
    const body = Buffer.from(rest.slice(0, length), "latin1").toString();
    rest = rest.slice(length);
    if (headers.has("x-mock-fault")) continue;
    if (status >= 500) return `an unasked ${status}: ${body}`;
    if (hasBody && !headers.get("content-type")?.startsWith("application/json"))
      return `a ${status} that is not JSON`;
    if (status >= 400 && !headers.has("x-request-id")) return `a ${status} without X-Request-Id`;
    if (status >= 400 && hasBody && !isError(body)) return `a ${status} in another shape: ${body}`;
  }
  return undefined;
}

/** Tells whether a body has the shape of an error of Workspace, of the gateway or of IAM. */
function isError(body: string): boolean {
  try {
    const { error_code, error_msg, error } = JSON.parse(body);
    const texts = error ? [error.message, error.title] : [error_code, error_msg];
    return texts.every((text) => typeof text === "string" && text !== "");
  } catch {
    return false;
  }
}
