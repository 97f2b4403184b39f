/** What happens within a call. Durations and delays are in milliseconds, `attempt` counts from 1. */
export type CallEvent =
  | { readonly type: "attempt"; readonly attempt: number; readonly method: string; readonly url: string }
  | {
      readonly type: "answer";
      readonly attempt: number;
      readonly duration: number;
      /** Absent when no answer arrived. */
      readonly status?: number | undefined;
      readonly requestId?: string | undefined;
      /** Present when the attempt failed. */
      readonly error?: string | undefined;
    }
  | { readonly type: "retry"; readonly attempt: number; readonly delay: number; readonly error: string };

/**
 * What `onEvent` is told; never holds a credential. `call` is the number of the call within its client, to tell apart
 * calls that run at the same time; what credentials ask of IAM are calls of their own.
 */
export type ClientEvent = { readonly call: number } & CallEvent;
