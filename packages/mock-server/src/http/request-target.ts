import type { IncomingMessage } from "node:http";
import { HttpError } from "./http-error.ts";

// The longest valid query, six filters of 255 encoded characters, has 18 KB.
const maxLength = 32 * 1024;
const hostForm = /^(\[[\da-f:.]+\]|[\w.-]+)(:\d*)?$/i;

/** Throws an `HttpError` unless Host and target of a request form a URL. Node.js does not check this. */
export function checkTarget({ url = "", headers, rawHeaders, httpVersion }: IncomingMessage): void {
  const { host } = headers;
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host").length;
  if (hosts > 1 || (hosts === 0 && httpVersion !== "1.0")) {
    throw new HttpError(400, "A request must have exactly one Host header.");
  }
  if (host !== undefined && !(hostForm.test(host) && URL.canParse(`http://${host}`))) {
    throw new HttpError(400, "The Host header is invalid.");
  }
  if (url.length > maxLength) throw new HttpError(414, `The URL is longer than ${maxLength} characters.`);
  if (!url.startsWith("/") && url !== "*" && !URL.canParse(url)) {
    throw new HttpError(400, "The URL of the request is invalid.");
  }
}
