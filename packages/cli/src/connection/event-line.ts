import type { ClientEvent } from "@workspace-images/client";

/** Describes an event of a call in one line for `--debug`. */
export function eventLine(event: ClientEvent): string {
  if (event.type === "listing") {
    return `debug: listing ended: ${event.images} images, total_count ${event.totalCount}, ${event.repeated} repeated`;
  }
  const start = `debug: call ${event.call}, attempt ${event.attempt}`;
  if (event.type === "attempt") return `${start}: ${event.method} ${event.url}`;
  if (event.type === "retry") return `${start} starts in ${Math.round(event.delay)} ms`;
  if (event.type === "withheld") return `${start} is not made: the retry budget is spent`;
  const { status, duration, requestId, error } = event;
  const id = requestId ? ` (request ID ${requestId})` : "";
  return `${start} ended after ${duration} ms: ${error ?? status}${id}`;
}
