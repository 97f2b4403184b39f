import type { AttemptEnd } from "../auth/auth.ts";
import type { Trace } from "../errors/report.ts";
import type { Budget } from "./budget.ts";
import type { CallEvent } from "./event.ts";
import type { Outcome } from "./outcome.ts";

/** Options of one call. */
export interface CallOptions {
  /** Aborts the call, which then throws the reason of the abort unchanged. */
  readonly signal?: AbortSignal | undefined;
}

/** Puts credentials on the attempts of one call. */
export interface Credentials {
  /** Puts credentials on the request of an attempt. What it throws ends the call, except for a time-out. */
  apply(request: Request, signal: AbortSignal, emit: Call["emit"]): void | Promise<void>;
  /** Called after a 401; resolves to true when a replay is worthwhile, at most once per call. */
  refresh(response: Response, signal: AbortSignal): Promise<boolean>;
  /** Called when the attempt has ended. */
  settle(request: Request, end: AttemptEnd): void;
}

/** Options of a call that is one of several. */
export interface PartOptions extends CallOptions {
  /** Time in milliseconds of `performance.now()` at which `signal` will be aborted. */
  readonly endsAt?: number | undefined;
}

/** What depends on the kind of request. */
export interface Exchange extends PartOptions {
  /** Service that is called. */
  readonly target: "images" | "iam";
  /** Absent for requests without credentials in their headers. */
  readonly credentials?: Credentials;
  /** Credentials in the body, to be masked. */
  readonly secrets?: readonly string[];
  /** Names the part that a successful response lacks, if any. */
  readonly findMissing?: (data: Readonly<Record<string, unknown>>) => string | undefined;
  /** False for what must not be sent twice, such as a passcode that is valid once. Default true. */
  readonly isRepeatable?: boolean | undefined;
}

/** Sends a request as one call. Throws what the credentials throw, and the reason of an abort. */
export type Transport = (request: Request, exchange: Exchange) => Promise<Outcome>;

/** One call of a user, through all its attempts. */
export interface Call extends Exchange {
  readonly request: Request;
  /** Aborted by the caller or at the deadline, with the reason that the caller receives. */
  readonly signal: AbortSignal;
  /** Time of the deadline in milliseconds of `performance.now()`. */
  readonly endsAt: number;
  /** What repeated requests may cost. */
  readonly budget: Budget;
  readonly trace: Trace;
  /** Absent when nobody listens. */
  readonly emit: ((event: CallEvent) => void) | undefined;
}
