import { untilAborted } from "./abort.ts";

/** Lets any number of callers wait for one run of `work`, which is aborted when the last of them has left. */
export function share<T>(work: (signal: AbortSignal) => Promise<T>): (signal: AbortSignal) => Promise<T> {
  let current: { readonly result: Promise<T>; readonly stop: AbortController; waiting: number } | undefined;
  return async (signal) => {
    signal.throwIfAborted();
    if (!current) {
      const stop = new AbortController();
      current = { result: work(stop.signal), stop, waiting: 0 };
    }
    const run = current;
    run.waiting += 1;
    try {
      return await untilAborted(run.result, signal);
    } finally {
      run.waiting -= 1;
      if (run.waiting === 0 || !signal.aborted) {
        run.stop.abort();
        if (current === run) current = undefined;
      }
    }
  };
}
