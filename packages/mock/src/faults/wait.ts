// Without a reference, Node.js collects a request together with the link to its caller's signal, and the abort is lost.
const held = new Set<unknown>();

/**
 * Waits for some milliseconds, by default (and from 2 ** 31 on) forever. Rejects with the signal's reason when it
 * aborts, and leaves no timer. Keeps the `requests` from being garbage-collected meanwhile.
 */
export function wait(signal: AbortSignal, requests: unknown, milliseconds = 2 ** 31): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    signal.throwIfAborted();
    held.add(requests);
    // A timer with a longer time would fire at once.
    const timer = milliseconds < 2 ** 31 ? setTimeout(resolve, milliseconds) : undefined;
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  }).finally(() => held.delete(requests));
}
