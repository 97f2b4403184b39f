import type { ClientError } from "../errors/errors.ts";

/** A response that can be trusted. */
export interface Success {
  /** The response as it arrived; its body has been read. */
  readonly received: Response;
  /** The parsed body; nobody else has this object. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Creates a response that can be read again, which is expensive. */
  readonly toResponse: () => Response;
  readonly failure?: undefined;
  readonly isStale?: undefined;
}

/** Why there is no response that can be trusted. */
export interface Failure {
  readonly failure: ClientError;
  /** Whether a reused connection was closed before anything of the response arrived. */
  readonly isStale?: boolean;
  /** The parsed body of a rejection. */
  readonly data?: unknown;
  /** Creates a response from a rejection, with credentials masked. */
  readonly toResponse?: () => Response;
}

/** What came of an attempt, and of a call. */
export type Outcome = Success | Failure;

/** Returns the outcome of a call that must succeed; throws its failure otherwise. */
export function requireSuccess(outcome: Outcome): Success {
  if (outcome.failure) throw outcome.failure;
  return outcome;
}
