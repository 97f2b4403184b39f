// Node.js drops the link from a caller's signal to a request that nothing holds, and the abort never arrives.
const held = new Set<unknown>();

/**
 * Waits for some milliseconds, by default and from 2 ** 31 on for ever. Rejects with the signal's reason when it aborts,
 * and leaves no timer. Holds the `requests` meanwhile.
 */
export function wait(signal: AbortSignal, requests: unknown, milliseconds = 2 ** 31): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    signal.throwIfAborted();
    held.add(requests);
    // A longer time would make a timer fire at once.
    const timer = milliseconds < 2 ** 31 ? setTimeout(resolve, milliseconds) : undefined;
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  }).finally(() => held.delete(requests));
}
