import { setImmediate } from "node:timers/promises";

/** Passes on a body that may break off: what came before that is sent first, where a destroyed response would drop it. */
export async function* flushedBody(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    await setImmediate();
    throw error;
  }
}
