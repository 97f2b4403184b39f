import type { IncomingMessage } from "node:http";
import { HttpError } from "./http-error.ts";

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
  if (!url.startsWith("/") && url !== "*" && !URL.canParse(url)) {
    throw new HttpError(400, "The URL of the request is invalid.");
  }
}
