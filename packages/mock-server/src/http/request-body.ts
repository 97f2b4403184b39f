import type { IncomingMessage } from "node:http";
import { MIMEType } from "node:util";
import { HttpError } from "./http-error.ts";

/**
 * Reads the body of a request as text. Rejects with an `HttpError` if it is larger than `maxBytes`, and discards the rest
 * of it; or if its Content-Type is not one media type.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  const body = await readText(request, maxBytes);
  const types = request.rawHeaders.filter(
    (_, index) => index % 2 === 1 && request.rawHeaders[index - 1]?.toLowerCase() === "content-type",
  );
  if (body !== "" && (types.length > 1 || !types.every(isMediaType))) {
    throw new HttpError(400, "The Content-Type header must be one media type.");
  }
  return body;
}

/** Parses a body. Throws an `HttpError` if it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new HttpError(400, `The body is not valid JSON. ${(error as Error).message}`);
  }
}

function readText(request: IncomingMessage, maxBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxBytes) chunks.push(chunk);
      else reject(new HttpError(413, `The body is larger than ${maxBytes} bytes.`));
    });
    request.on("end", () => resolve(new TextDecoder().decode(Buffer.concat(chunks))));
    request.on("error", reject);
  });
}

function isMediaType(text: string): boolean {
  try {
    return Boolean(new MIMEType(text));
  } catch {
    return false;
  }
}
