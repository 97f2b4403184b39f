import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { ClientEvent } from "@workspace-images/client";

/** Returns an `onEvent` that creates a span for each attempt, as a child of the span that is active at its end. */
export function traceAttempts(tracer = trace.getTracer("workspace-images")): (event: ClientEvent) => void {
  return (event) => {
    if (event.type !== "response") return;
    const { method, url, status, duration, error, code = "" } = event;
    const attributes = {
      "http.request.method": method,
      "url.full": url,
      ...(status && { "http.response.status_code": status }),
      ...(error && { "error.type": event.errorCode ?? code }),
    };
    const startTime = Date.now() - duration;
    const span = tracer.startSpan(method, { kind: SpanKind.CLIENT, attributes, startTime });
    if (error) span.setStatus({ code: SpanStatusCode.ERROR, message: error });
    span.end();
  };
}
