import { untilAborted } from "../async/abort.ts";

/** Milliseconds. Failed signatures lock a key for this long, so a rejected one is not tried again before. */
const LOCK_TIME = 5 * 60_000;
/** Milliseconds by which the clock of this machine may move against elapsed time before its signatures are in doubt. */
const LONGEST_JUMP = 60_000;

/**
 * Lets requests signed with a key through to one origin: one at a time until a signature has been accepted, and none
 * for a while after one was rejected. A clock that jumps puts the signatures in doubt again.
 */
export interface SignatureGate {
  /** Waits until the request may be signed; throws the error of a rejection that is still remembered. */
  enter(request: Request, signal: AbortSignal): Promise<void>;
  accept(request: Request): void;
  /** Puts later signatures in doubt; with an error, blocks them for a while. */
  reject(error?: unknown): void;
  /** Lets the next request in. */
  leave(request: Request): void;
}

export function createSignatureGate(): SignatureGate {
  let isAccepted = false;
  let rejection: { readonly error: unknown; readonly until: number } | undefined;
  /** The request that shows whether the signatures are accepted. */
  let probe:
    | {
        readonly request: Request;
        readonly clockOffset: number;
        readonly left: Promise<void>;
        readonly leave: () => void;
      }
    | undefined;
  /** How the clock stood against elapsed time when it was last checked, in milliseconds. */
  let clockOffset = Number.NaN;

  function checkClock(): void {
    const offset = Date.now() - performance.now();
    if (Math.abs(offset - clockOffset) <= LONGEST_JUMP) return;
    clockOffset = offset;
    isAccepted = false;
  }

  return {
    async enter(request, signal) {
      for (;;) {
        if (rejection && performance.now() < rejection.until) throw rejection.error;
        checkClock();
        if (isAccepted || !probe) break;
        await untilAborted(probe.left, signal);
        signal.throwIfAborted();
      }
      if (isAccepted) return;
      let leave = () => {};
      const left = new Promise<void>((resolve) => {
        leave = resolve;
      });
      probe = { request, clockOffset, left, leave };
    },
    accept(request) {
      // A signature from before a jump says nothing about those after it.
      if (probe?.request === request && probe.clockOffset === clockOffset) isAccepted = true;
    },
    reject(error) {
      isAccepted = false;
      if (error) rejection = { error, until: performance.now() + LOCK_TIME };
    },
    leave(request) {
      if (probe?.request !== request) return;
      probe.leave();
      probe = undefined;
    },
  };
}
