import { ResponseError } from "../errors/errors.ts";

/** Joins the chunks of a body; most bodies are one. */
function join(chunks: readonly Uint8Array<ArrayBuffer>[], size: number): Uint8Array<ArrayBuffer> {
  const [first] = chunks;
  if (first?.byteLength === size) return first;
  const bytes = new Uint8Array(size);
  let position = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, position);
    position += chunk.byteLength;
  }
  return bytes;
}

/** Reads a body; stops as soon as it is larger than `limit` bytes or nobody waits for it any more. */
export async function readBody(
  { body }: Response,
  limit: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return join(chunks, size);
    size += value.byteLength;
    if (size > limit || signal.aborted) {
      reader?.cancel().catch(() => {});
      throw new ResponseError(
        `The response is larger than ${limit} bytes; raise maxResponseBytes to allow it`,
        "too-large",
      );
    }
    chunks.push(value);
  }
}
