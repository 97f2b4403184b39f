import { untilAborted } from "./abort.ts";

/** Lets any number of callers wait for the same piece of work; it is aborted when the last of them has gone. */
export function share<T>(work: (signal: AbortSignal) => Promise<T>): (signal: AbortSignal) => Promise<T> {
  let current: { readonly result: Promise<T>; readonly stop: AbortController; waiting: number } | undefined;
  return async (signal) => {
    signal.throwIfAborted();
    if (!current) {
      const stop = new AbortController();
      current = { result: work(stop.signal), stop, waiting: 0 };
    }
    const flight = current;
    flight.waiting += 1;
    try {
      return await untilAborted(flight.result, signal);
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0 || !signal.aborted) {
        flight.stop.abort();
        if (current === flight) current = undefined;
      }
    }
  };
}
