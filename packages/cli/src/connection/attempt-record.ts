import type { ClientEvent, ListingEvent } from "@workspace-images/client";

/** Most attempts that are remembered. */
const LATEST = 20;

type Attempt = Omit<Extract<ClientEvent, { type: "response" }>, "type">;

/** What the events of a client tell about the course of a command. */
export interface AttemptRecord {
  /** The last failed attempts. */
  readonly attempts: readonly Attempt[];
  /** Why the last attempt failed that nobody aborted. */
  readonly lastFailure?: string | undefined;
  /** How the listing ended, if it did. */
  readonly listing?: ListingEvent | undefined;
  /** Takes an event. */
  add(event: ClientEvent): void;
}

/** Creates a record that remembers the last failed attempts. */
export function createAttemptRecord(): AttemptRecord {
  const attempts: Attempt[] = [];
  let listing: ListingEvent | undefined;
  return {
    attempts,
    get lastFailure() {
      return attempts.findLast(({ code }) => code !== undefined)?.error;
    },
    get listing() {
      return listing;
    },
    add(event) {
      if (event.type === "listing") listing = event;
      if (event.type !== "response" || !event.error) return;
      const { type: _, ...attempt } = event;
      attempts.push(attempt);
      if (attempts.length > LATEST) attempts.shift();
    },
  };
}
