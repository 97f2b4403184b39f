import { createStop, type Stop, untilAborted } from "./abort.ts";

/**
 * Lets any number of callers wait for one run of `work`. The run is aborted when the last of them has left, or `timeout`
 * milliseconds after its start: callers that keep coming must not wait for work that never ends.
 */
export function share<T>(
  work: (signal: AbortSignal) => Promise<T>,
): (signal: AbortSignal | null | undefined, timeout?: number) => Promise<T> {
  let current: { readonly result: Promise<T>; readonly stop: Stop; waiting: number } | undefined;
  return async (signal, timeout = Number.POSITIVE_INFINITY) => {
    signal?.throwIfAborted();
    if (!current) {
      const stop = createStop(undefined, timeout, `No credentials within ${timeout} ms`);
      current = { result: untilAborted(work(stop.signal), stop.signal), stop, waiting: 0 };
    }
    const run = current;
    run.waiting += 1;
    try {
      return await untilAborted(run.result, signal);
    } finally {
      run.waiting -= 1;
      if (run.waiting === 0 || !signal?.aborted) {
        run.stop.abort(signal?.reason);
        if (current === run) current = undefined;
      }
    }
  };
}
