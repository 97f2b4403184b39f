import type { ClientEvent } from "@workspace-images/client";

/** Describes an event of a call or a listing in one line for `--debug`. */
export function eventLine(event: ClientEvent): string {
  if (event.type === "listing") {
    const { images, totalCount = "unknown", repeated } = event;
    return `debug: listing ended: ${images} images, total_count ${totalCount}, ${repeated} repeated`;
  }
  if (event.type === "credentials") {
    const { error, expiresAt } = event;
    const news = error ? `no new credentials: ${error}` : "new credentials";
    return `debug: call ${event.call}: ${news}${expiresAt ? `, valid until ${expiresAt}` : ""}`;
  }
  const start = `debug: call ${event.call}, attempt ${event.attempt}`;
  if (event.type === "attempt") return `${start}: ${event.method} ${event.url}`;
  if (event.type === "retry") return `${start} starts in ${Math.round(event.delay)} ms`;
  if (event.type === "withheld") return `${start} is not retried: the retry budget is spent`;
  const { status, duration, requestId, error } = event;
  const id = requestId ? ` (request ID ${requestId})` : "";
  return `${start} ended after ${duration} ms: ${error ?? status}${id}`;
}
