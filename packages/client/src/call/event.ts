import type { RenewalEnd } from "../auth/auth.ts";
import type { ClientError } from "../errors/errors.ts";

/** The request of an attempt. */
export interface AttemptEvent {
  /** Counts from 1 within the call. */
  readonly attempt: number;
  /** Service that is called: Workspace (`images`), or IAM. */
  readonly target: "images" | "iam";
  /** HTTP method. */
  readonly method: string;
  /** URL of the request; it contains no credential. */
  readonly url: string;
}

/** What happens within a call. Durations and delays are in milliseconds; `attempt` counts from 1. */
export type CallEvent =
  | ({ readonly type: "attempt" } & AttemptEvent)
  | ({
      readonly type: "response";
      readonly duration: number;
      /** Absent when no response arrived. */
      readonly status?: number | undefined;
      readonly requestId?: string | undefined;
      /** Present when the attempt failed. */
      readonly error?: string | undefined;
      /** Kind of the error, such as `API_ERROR`. */
      readonly code?: ClientError["code"] | undefined;
      /** Code of the service, such as `WKS.00211302`. */
      readonly errorCode?: string | undefined;
    } & AttemptEvent)
  /** Another attempt after a failure, or the replay after new credentials. */
  | { readonly type: "retry"; readonly attempt: number; readonly delay: number; readonly error: string }
  /** A retry that the budget does not allow. */
  | { readonly type: "withheld"; readonly attempt: number; readonly error: string }
  /** A token or key was requested, from IAM or a provider. */
  | ({ readonly type: "credentials" } & RenewalEnd);

/** The end of a listing, when it was read whole: by `pages` and `items`, and not limited by `max`. */
export interface ListingEvent {
  /** Kind of the event. */
  readonly type: "listing";
  /** Images read, each counted once. */
  readonly images: number;
  /** `total_count` of the last page: images of the whole listing, also before the `offset` of the query. */
  readonly totalCount?: number | undefined;
  /** Images that arrived again, because the listing changed between two pages; each is given once. */
  readonly repeated: number;
}

/**
 * What `onEvent` receives; never contains a credential. `call` numbers the calls of a client, to distinguish calls that
 * run at the same time; requests to IAM are calls of their own.
 */
export type ClientEvent = ({ readonly call: number } & CallEvent) | ListingEvent;

/** Returns a listener that cannot change what happens: what it throws is ignored. */
export function protect(onEvent: ((event: ClientEvent) => void) | undefined): typeof onEvent {
  return (
    onEvent &&
    (async (event) => {
      try {
        await onEvent(event);
      } catch {
        // Ignored.
      }
    })
  );
}
