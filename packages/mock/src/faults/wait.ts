// The longest time of a timer; a longer one would fire at once.
const longest = 2 ** 31 - 1;

/**
 * Waits for some milliseconds, by default (and beyond 2 ** 31 - 1) forever. Rejects with the signal's reason when it
 * aborts, and leaves no timer. Until then the timer keeps the process running, as a connection would, and the `requests`
 * in memory: without a reference, Node.js collects a request together with the link to its caller's signal.
 */
export function wait(signal: AbortSignal, requests: unknown, milliseconds = Infinity): Promise<unknown> {
  return new Promise<unknown>((resolve, reject) => {
    signal.throwIfAborted();
    const timer =
      milliseconds > longest
        ? setInterval(() => requests, longest)
        : setTimeout(() => resolve(requests), milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
