import { ResponseError } from "./errors.ts";

/** A body as text, and its decoded size in bytes. */
export interface Body {
  readonly text: string;
  readonly size: number;
}

/** Reads a body, and gives it up as soon as it is larger than `limit` bytes or nobody waits for it any more. */
export async function readBody({ body }: Response, limit: number, signal: AbortSignal): Promise<Body> {
  if (!body) return { text: "", size: 0 };
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode(), size };
    size += value.byteLength;
    if (size > limit || signal.aborted) {
      reader.cancel().catch(() => {});
      throw new ResponseError(`The answer is larger than ${limit} bytes; maxResponseBytes allows more`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
