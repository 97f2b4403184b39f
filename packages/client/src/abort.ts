/** Largest delay of a timer in milliseconds; a longer one would fire at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** A signal that follows another one, and that a timer can abort as well. */
export interface Stop {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
  /** Aborts with `reason()` in `delay` milliseconds. */
  after(delay: number, reason: () => unknown): void;
  /** Takes the timer and the listener away again. */
  release(): void;
}

export function createStop(parent: AbortSignal | undefined): Stop {
  const controller = new AbortController();
  const follow = () => controller.abort(parent?.reason);
  let timer: ReturnType<typeof setTimeout> | undefined;
  if (parent?.aborted) follow();
  parent?.addEventListener("abort", follow);
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    after(delay, reason) {
      if (delay <= LONGEST_DELAY) timer = setTimeout(() => controller.abort(reason()), delay);
    },
    release() {
      clearTimeout(timer);
      parent?.removeEventListener("abort", follow);
    },
  };
}

/** Settles as `work` does, or rejects with the reason of the abort, whichever comes first. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** Waits `delay` milliseconds, or rejects with the reason of the abort. */
export async function sleep(delay: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const elapsed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, delay);
  });
  await untilAborted(elapsed, signal).finally(() => clearTimeout(timer));
}
