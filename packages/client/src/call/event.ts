/** What happens within a call. Durations and delays are in milliseconds; `attempt` counts from 1. */
export type CallEvent =
  | { readonly type: "attempt"; readonly attempt: number; readonly method: string; readonly url: string }
  | {
      readonly type: "response";
      readonly attempt: number;
      readonly duration: number;
      /** Absent when no response arrived. */
      readonly status?: number | undefined;
      readonly requestId?: string | undefined;
      /** Present when the attempt failed. */
      readonly error?: string | undefined;
    }
  | { readonly type: "retry"; readonly attempt: number; readonly delay: number; readonly error: string };

/**
 * What `onEvent` receives; never contains a credential. `call` numbers the calls of a client, to distinguish calls that
 * run at the same time; requests to IAM are calls of their own.
 */
export type ClientEvent = { readonly call: number } & CallEvent;
