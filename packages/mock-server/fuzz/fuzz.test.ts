import { startMockServer } from "@workspace-images/mock-server";
import { describe, expect, test } from "vitest";
import { complaint } from "./complaint.ts";
import { fuzz } from "./fuzz.ts";
import { serviceOptions } from "./service-options.ts";

test("responds in the shape of the service to whatever arrives, and keeps serving", async () => {
  await using server = await startMockServer({ ...serviceOptions, control: true });
  const statuses = await fuzz(server.url, { requests: 400, seed: 1 });
  for (const status of ["200", "201", "204", "400", "401", "404", "405"]) {
    expect(statuses.get(status)).toBeGreaterThan(0);
  }
  server.mock.reset();
  expect((await fetch(`${server.url}/_mock/health`)).status).toBe(200);
});

test("reports the request for which the server fails", async () => {
  await using server = await startMockServer({
    control: true,
    log: () => {
      throw new Error("mistake in the log");
    },
  });
  await expect(fuzz(server.url, { requests: 5, seed: 1 })).rejects.toThrow(
    /^an unasked 500: .*mistake in the log.*\nRequest: "/,
  );
});

describe("complains about", () => {
  const request = { bytes: "GET / HTTP/1.1\r\n\r\n", isWhole: true };
  const response = (status: string, body: string, ...headers: string[]) =>
    [`HTTP/1.1 ${status}`, `Content-Length: ${body.length}`, ...headers, "", body].join("\r\n");
  const json = ["Content-Type: application/json", "X-Request-Id: r"];
  const error = '{"error_code":"APIGW.0201","error_msg":"Bad request"}';

  test.each([
    ["no response", "", "no response"],
    ["an unasked 5xx", response("503 Unavailable", error, ...json), "an unasked 503"],
    ["a rejection in another shape", response("400 Bad", '{"title":"Bad"}', ...json), "in another shape"],
    ["a rejection that is not JSON", response("400 Bad", "Bad", "X-Request-Id: r"), "that is not JSON"],
    ["a rejection without an ID", response("400 Bad", error, json[0] ?? ""), "without X-Request-Id"],
    ["bytes that are not HTTP", "Bad request", "not HTTP"],
    [
      "a wrong second response",
      response("200 OK", "{}", ...json) + response("500 No", error, ...json),
      "500",
    ],
  ])("%s", (_what, received, expected) => {
    expect(complaint(request, received)).toContain(expected);
  });

  test.each([
    ["a rejection in the shape of the service", response("400 Bad", error, ...json)],
    ["an injected 5xx", response("503 Unavailable", "<html>", "X-Mock-Fault: status html")],
    ["two responses", response("200 OK", "{}", ...json) + response("400 Bad", error, ...json)],
  ])("nothing in %s", (_what, received) => {
    expect(complaint(request, received)).toBeUndefined();
  });
});
