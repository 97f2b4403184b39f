import type { ClientEvent } from "@workspace-images/client";

/** Describes an event of a call in one line for `--debug`. */
export function eventLine(event: ClientEvent): string {
  const start = `debug: call ${event.call}, attempt ${event.attempt}`;
  if (event.type === "attempt") return `${start}: ${event.method} ${event.url}`;
  if (event.type === "retry") return `${start} starts in ${Math.round(event.delay)} ms`;
  const { status, duration, requestId, error } = event;
  const id = requestId ? ` (request ID ${requestId})` : "";
  return `${start} ended after ${duration} ms: ${error ?? status}${id}`;
}
