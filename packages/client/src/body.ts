import { ResponseError } from "./errors.ts";

/** A body as text, and its decoded size in bytes. */
export interface Body {
  readonly text: string;
  readonly size: number;
}

/** Reads a body, and stops as soon as it is larger than `limit` bytes. */
export async function readBody({ body }: Response, limit: number): Promise<Body> {
  if (!body) return { text: "", size: 0 };
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode(), size };
    size += value.byteLength;
    if (size > limit) {
      reader.cancel().catch(() => {});
      throw new ResponseError(`The answer is larger than ${limit} bytes; maxResponseBytes allows more`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
