import type { IncomingMessage } from "node:http";

/** Reads the body of a request as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  return new TextDecoder().decode(Buffer.concat(await request.toArray()));
}
