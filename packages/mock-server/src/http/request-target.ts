import type { IncomingMessage } from "node:http";
import { HttpError } from "./http-error.ts";

// The longest valid query, six filters of 255 encoded characters, has 18 KB.
const maxLength = 32 * 1024;
const hostForm = /^(\[[\da-f:.]+\]|[\w.-]+)(:\d*)?$/i;

/**
 * Returns the URL of a request. Throws an `HttpError` unless Host and target form one, which Node.js does not check.
 */
export function readUrl({ url = "", headers, rawHeaders, httpVersion }: IncomingMessage): string {
  const { host } = headers;
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host").length;
  if (hosts > 1 || (hosts === 0 && httpVersion !== "1.0")) {
    throw new HttpError(400, "A request must have exactly one Host header.");
  }
  if (url.length > maxLength) throw new HttpError(414, `The URL is longer than ${maxLength} characters.`);
  const path = url === "*" ? "/*" : url;
  const complete = path.startsWith("/") ? `http://${host ?? "localhost"}${path}` : path;
  if (!hostForm.test(host ?? "localhost") || !/^https?:/i.test(complete) || !URL.canParse(complete)) {
    throw new HttpError(400, "The Host header and the target of the request do not form a URL.");
  }
  return complete;
}
