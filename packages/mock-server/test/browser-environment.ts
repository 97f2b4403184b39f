import { ApiError, accessKeyAuth, createImagesClient, tokenAuth } from "@workspace-images/client";
import { createMock } from "@workspace-images/mock";
import { mswHandlers } from "@workspace-images/mock/msw";
import { setupServer } from "msw/node";
import { describe, expect, test } from "vitest";
import { startBin } from "./bin-process.ts";

const options = ["--port", "0", "--token", "t", "--access-key", "AK:not-a-real-secret"];

/** Lists images with each credential, and provokes an error, from a page of another origin. */
async function useClient(endpoint: string): Promise<void> {
  for (const auth of [tokenAuth("t"), accessKeyAuth({ accessKey: "AK", secretKey: "not-a-real-secret" })]) {
    const { images } = await createImagesClient({ endpoint, projectId: "p", auth }).list({ limit: 2 });
    expect(images).toHaveLength(2);
  }
  const rejected = createImagesClient({
    endpoint,
    projectId: "p",
    auth: tokenAuth("wrong"),
    retry: false,
  }).list();
  await expect(rejected).rejects.toBeInstanceOf(ApiError);
  // Readable only if the response exposes the header.
  await expect(rejected).rejects.toMatchObject({
    status: 401,
    requestId: expect.stringMatching(/^[\da-f]{32}$/),
  });
}

/** Tests the client in the environment of the file against the mock. `preflights` tells whether it sends them. */
export function testBrowserEnvironment(preflights: boolean): void {
  describe("the client", () => {
    test("lists images of the mock server", async () => {
      await using bin = startBin(...options);
      const [, url = ""] = await bin.until(/^Listening on (.*)$/m);
      await useClient(url);
      await bin.until(/GET \/v2\/p\/images 401/);
      if (preflights) await bin.until(/OPTIONS \/v2\/p\/images\S* 204/);
    });

    test("lists images of mswHandlers", async () => {
      const mock = createMock({ token: "t", accessKeys: { AK: "not-a-real-secret" } });
      const server = setupServer(...mswHandlers(mock));
      const methods: string[] = [];
      server.events.on("request:start", ({ request }) => methods.push(request.method));
      server.listen();
      try {
        await useClient(mock.url);
        expect(mock.requests.map(({ method }) => method)).toEqual(["GET", "GET", "GET"]);
        expect(methods.includes("OPTIONS")).toBe(preflights);
      } finally {
        server.close();
      }
    });
  });
}
