import type { IncomingMessage, ServerResponse } from "node:http";
import type { MockRequest } from "@workspace-images/mock";
import { readBody } from "./request-body.ts";
import { readUrl } from "./request-target.ts";

// The gateway of the service allows 12 MB, but no documented request needs more than a few kilobytes.
const maxBytes = 1024 * 1024;

/**
 * Returns a request in plain values, as the mock reads it: objects of `fetch` would take a good part of the time of a
 * response. Its signal aborts when the client disconnects before the response is complete. Throws an `HttpError` for an
 * invalid URL; `text` rejects with one for an invalid body.
 */
export function toMockRequest(req: IncomingMessage, res: ServerResponse): MockRequest {
  const { method = "", headersDistinct } = req;
  const caller = new AbortController();
  res.once("close", () => {
    if (!res.writableEnded) caller.abort();
  });
  let body: Promise<string> | undefined;
  return {
    method,
    url: readUrl(req),
    // In the order of `Headers`, so that the first invalid one is the same.
    headers: new Map(
      Object.entries(headersDistinct)
        .sort()
        .map(([name, values]) => [name, values?.join(", ") ?? ""]),
    ),
    signal: caller.signal,
    text() {
      body ??= method === "GET" || method === "HEAD" ? Promise.resolve("") : readBody(req, maxBytes);
      return body;
    },
  };
}
