/** Longest delay of a timer in milliseconds; a longer one would fire at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** A signal that follows another one, and that can be aborted on its own. */
export interface Stop {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
  /** Takes the listener on the other signal away again. */
  release(): void;
}

export function createStop(parent: AbortSignal | undefined): Stop {
  const controller = new AbortController();
  const follow = () => controller.abort(parent?.reason);
  if (parent?.aborted) follow();
  else parent?.addEventListener("abort", follow);
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    release: () => parent?.removeEventListener("abort", follow),
  };
}

/** Starts a timer, unless it would fire only after weeks; `clearTimeout` ends it. */
export function startTimer(delay: number, fire: () => void): ReturnType<typeof setTimeout> | undefined {
  return delay <= LONGEST_DELAY ? setTimeout(fire, delay) : undefined;
}

/** Settles as `work` does, or rejects with the reason of the abort, whichever comes first. */
export function untilAborted<T>(work: PromiseLike<T>, signal: AbortSignal): Promise<T> {
  let abort = () => {};
  const first = new Promise<T>((resolve, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
    work.then(resolve, reject);
  });
  return first.finally(() => signal.removeEventListener("abort", abort));
}

/** Waits `delay` milliseconds, or rejects with the reason of the abort. */
export async function sleep(delay: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const elapsed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.min(delay, LONGEST_DELAY));
  });
  await untilAborted(elapsed, signal).finally(() => clearTimeout(timer));
}
