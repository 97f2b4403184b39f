import { type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { ClientEvent } from "@workspace-images/client";

/** Returns an `onEvent` that creates a span for each attempt, as a child of the span that is active at that time. */
export function traceAttempts(tracer = trace.getTracer("workspace-images")): (event: ClientEvent) => void {
  const spans = new Map<string, Span>();
  return (event) => {
    if (event.type === "listing") return;
    const key = `${event.call}.${event.attempt}`;
    if (event.type === "attempt") {
      const attributes = { "http.request.method": event.method, "url.full": event.url };
      spans.set(key, tracer.startSpan(event.method, { kind: SpanKind.CLIENT, attributes }));
    } else if (event.type === "response") {
      const span = spans.get(key);
      if (event.status) span?.setAttribute("http.response.status_code", event.status);
      if (event.error) span?.setStatus({ code: SpanStatusCode.ERROR, message: event.error });
      span?.end();
      spans.delete(key);
    }
  };
}
