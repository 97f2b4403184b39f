import { setImmediate } from "node:timers/promises";

/** Passes a body on. If it fails, lets what came before be sent first; destroying the response would drop it. */
export async function* flushedBody(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    await setImmediate();
    throw error;
  }
}
