import { SpanStatusCode } from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { expect, test } from "vitest";
import { traceAttempts } from "../../examples/opentelemetry.ts";
import { createTestClient, imagesFrom } from "../test-client.ts";

test("the example creates a span for each attempt, also of concurrent calls", async () => {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const failing = new Set(["1", "2"]);
  const images = createTestClient(
    async (request) => {
      const limit = new URL(request.url).searchParams.get("limit") ?? "";
      await new Promise((resolve) => setTimeout(resolve, 5 - Number(limit)));
      if (failing.delete(limit)) return new Response("", { status: 503 });
      return Response.json({ images: imagesFrom(0, 1) });
    },
    { retry: { baseDelay: 1 }, onEvent: traceAttempts(provider.getTracer("test")) },
  );
  await Promise.all([images.list({ limit: 1 }), images.list({ limit: 2 }), images.list({ limit: 3 })]);

  const spans = exporter.getFinishedSpans().map(({ name, attributes, status }) => ({
    name,
    url: attributes["url.full"],
    responseStatus: attributes["http.response.status_code"],
    failed: status.code === SpanStatusCode.ERROR,
  }));
  const url = (limit: number) => `https://workspace.example/v2/p/images?limit=${limit}`;
  const span = (limit: number, responseStatus: number) => ({
    name: "GET",
    url: url(limit),
    responseStatus,
    failed: responseStatus !== 200,
  });
  expect(spans).toHaveLength(5);
  expect(spans).toEqual(
    expect.arrayContaining([span(1, 503), span(1, 200), span(2, 503), span(2, 200), span(3, 200)]),
  );
  expect(
    JSON.stringify(exporter.getFinishedSpans().map(({ attributes, status }) => [attributes, status])),
  ).not.toContain("not-a-real-token");
});
