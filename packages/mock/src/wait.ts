/**
 * Waits for some milliseconds, by default and from 2 ** 31 on for ever. Rejects with the signal's reason when it aborts,
 * and leaves no timer.
 */
export function wait(signal: AbortSignal, milliseconds = 2 ** 31): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    // A longer time would make a timer fire at once.
    const timer = milliseconds < 2 ** 31 ? setTimeout(resolve, milliseconds) : undefined;
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
