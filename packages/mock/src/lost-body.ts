/** Streams the first half of a text, and then what happens to the connection: `after` never fulfils. */
export function halfOf(text: string, after: () => Promise<void>): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    async pull(controller) {
      if (sent) return after();
      sent = true;
      controller.enqueue(new TextEncoder().encode(text.slice(0, text.length / 2)));
    },
  });
}
