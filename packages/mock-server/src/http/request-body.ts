import type { IncomingMessage } from "node:http";
import { MIMEType } from "node:util";
import { HttpError } from "./http-error.ts";

/** Reads the body of a request as text. Rejects with an `HttpError` if its Content-Type is not one media type. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const body = new TextDecoder().decode(Buffer.concat(await request.toArray()));
  const types = request.rawHeaders.filter(
    (_, index) => index % 2 === 1 && request.rawHeaders[index - 1]?.toLowerCase() === "content-type",
  );
  if (body !== "" && (types.length > 1 || !types.every(isMediaType))) {
    throw new HttpError(400, "The Content-Type header must be one media type.");
  }
  return body;
}

function isMediaType(text: string): boolean {
  try {
    return Boolean(new MIMEType(text));
  } catch {
    return false;
  }
}
