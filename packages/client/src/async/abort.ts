import { TimeoutError } from "../errors/errors.ts";

/** Longest delay of a timer in milliseconds; a timer with a longer one fires at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** A signal that follows another signal and can also be aborted on its own. */
export interface Stop {
  readonly signal: AbortSignal;
  /** Removes the timer, and the listener on the other signal. */
  release(): void;
  /** Releases it and aborts the signal. */
  abort(reason?: unknown): void;
}

/**
 * Creates a signal that follows `parent`, and is aborted with a {@link TimeoutError} after `delay` milliseconds; a delay
 * of weeks is no limit.
 */
export function createStop(
  parent: AbortSignal | undefined,
  delay = Number.POSITIVE_INFINITY,
  message?: string,
): Stop {
  const controller = new AbortController();
  const follow = () => controller.abort(parent?.reason);
  const timer =
    delay > LONGEST_DELAY ? undefined : setTimeout(() => controller.abort(new TimeoutError(message)), delay);
  if (parent?.aborted) follow();
  else parent?.addEventListener("abort", follow);
  const release = () => {
    clearTimeout(timer);
    parent?.removeEventListener("abort", follow);
  };
  return {
    signal: controller.signal,
    release,
    abort(reason) {
      release();
      controller.abort(reason);
    },
  };
}

/** Settles as `work` does, or rejects with the reason of the abort, whichever comes first. */
export function untilAborted<T>(work: PromiseLike<T>, signal: AbortSignal | null | undefined): Promise<T> {
  if (!signal) return Promise.resolve(work);
  return new Promise((resolve, reject) => {
    const end = () => signal.removeEventListener("abort", abort);
    const abort = () => {
      end();
      reject(signal.reason);
    };
    // First, because the next line throws when `signal` is not an AbortSignal.
    work.then(resolve, reject);
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
    work.then(end, end);
  });
}

/** Waits `delay` milliseconds, or rejects with the reason of the abort. */
export async function sleep(delay: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const elapsed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.min(delay, LONGEST_DELAY));
  });
  await untilAborted(elapsed, signal).finally(() => clearTimeout(timer));
}
