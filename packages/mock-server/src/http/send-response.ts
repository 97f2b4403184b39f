import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";
import type { MockResponse } from "@workspace-images/mock";

/** Sends a response. Loses the connection if a stream fails. */
export function sendResponse(response: ServerResponse, { status, headers, body }: MockResponse): void {
  response.statusCode = status;
  response.setHeaders(new Map(Object.entries(headers)));
  if (typeof body === "string") response.end(body);
  // Without the flush, Node.js would add a Content-Length.
  else if (body === null) {
    response.flushHeaders();
    response.end();
  } else pipeline(flushed(body), response).catch(() => {});
}

/** Passes a body on. If it fails, lets what came before be sent first; destroying the response would drop it. */
async function* flushed(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    await setImmediate();
    throw error;
  }
}
