import type { CallEvent } from "./event.ts";
import type { Trace } from "./report.ts";

/** Options of one call. */
export interface CallOptions {
  /** Aborts the call; its reason arrives unchanged. */
  readonly signal?: AbortSignal | undefined;
}

/** One call of a user, through all its attempts. */
export interface Call {
  /** Aborted by the caller or by the deadline, with the reason that the caller is to see. */
  readonly signal: AbortSignal;
  /** Time at which the deadline ends the call, in milliseconds as `performance.now()` counts. */
  readonly endsAt: number;
  readonly trace: Trace;
  /** Absent when nobody listens. */
  readonly emit: ((event: CallEvent) => void) | undefined;
}
