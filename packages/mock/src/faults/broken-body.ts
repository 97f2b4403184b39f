import { encodeText } from "../text/encode-text.ts";

/** Streams the first half of a text, then waits for `end`, which must reject or never settle. */
export function halfOf(text: string, end: () => Promise<unknown>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(encodeText(text.slice(0, text.length / 2))),
    pull: async () => void (await end()),
  });
}
