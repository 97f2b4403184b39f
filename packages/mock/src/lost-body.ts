import { encodeText } from "./encode-text.ts";

/** Streams the first half of a text, and then what happens to the connection: `after` never fulfils. */
export function halfOf(text: string, after: () => Promise<void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(encodeText(text.slice(0, text.length / 2))),
    pull: () => after(),
  });
}
