import { ExitStatus } from "./exit-status.ts";

/** Why a command ended early: a signal, or its deadline. */
export class Interruption extends Error {
  override readonly name = "Interruption";
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

const SIGNALS = { SIGINT: ExitStatus.interrupted, SIGTERM: ExitStatus.terminated };
/** Milliseconds for messages and a report. Output that nobody reads does not keep the process any longer. */
const GRACE = 2000;

/**
 * Returns a signal that SIGINT, SIGTERM or a deadline aborts with an {@link Interruption}; the deadline is in seconds since
 * the process started. A second signal ends the process at once.
 */
export function createInterruption(deadline?: number): AbortSignal {
  const controller = new AbortController();
  const { signal } = controller;
  function stop(message: string, status: number): void {
    controller.abort(new Interruption(message, status));
    setTimeout(() => process.exit(status), GRACE).unref();
  }
  // Without these listeners, the first process of a container would ignore the signals.
  for (const [name, status] of Object.entries(SIGNALS))
    process.on(name, () => (signal.aborted ? process.exit(status) : stop("Interrupted", status)));
  if (deadline !== undefined) {
    const message = `The deadline of ${deadline} seconds passed`;
    const left = deadline * 1000 - performance.now();
    setTimeout(() => signal.aborted || stop(message, ExitStatus.failure), left).unref();
  }
  return signal;
}

/** Waits for what knows nothing of a signal, but no longer than until the signal aborts. */
export async function untilInterrupted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop = () => {};
  const interrupted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
  });
  signal.addEventListener("abort", stop);
  try {
    return await Promise.race([promise, interrupted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
