import { ResponseError } from "./errors.ts";

/** A body as text, and its decoded size in bytes. */
export interface Body {
  readonly text: string;
  readonly size: number;
}

const decoder = new TextDecoder();

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let position = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, position);
    position += chunk.byteLength;
  }
  return bytes;
}

/** Reads a body, and gives it up as soon as it is larger than `limit` bytes or nobody waits for it any more. */
export async function readBody({ body }: Response, limit: number, signal: AbortSignal): Promise<Body> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return { text: decoder.decode(join(chunks, size)), size };
    size += value.byteLength;
    if (size > limit || signal.aborted) {
      reader?.cancel().catch(() => {});
      throw new ResponseError(
        `The answer is larger than ${limit} bytes; maxResponseBytes allows more`,
        "too-large",
      );
    }
    chunks.push(value);
  }
}
