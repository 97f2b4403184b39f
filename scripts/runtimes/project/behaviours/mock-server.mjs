import { once } from "node:events";
import { accessKeyAuth, ConnectionError, createImagesClient, tokenAuth } from "@workspace-images/client";
import { createValidation } from "@workspace-images/client/validate";
import { createImages } from "@workspace-images/mock";
import { startMockServer } from "@workspace-images/mock-server";
import { startCommand } from "../command.mjs";
import { expect, expectRejection } from "../expect.mjs";

const headers = { "X-Auth-Token": "t", "Content-Type": "application/json" };

/**
 * Starts a server while it is used.
 *
 * @param {import("@workspace-images/mock-server").MockServerOptions} options
 * @param {(server: import("@workspace-images/mock-server").MockServer) => Promise<void>} use
 */
async function withServer(options, use) {
  const server = await startMockServer(options);
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

export const behaviours = {
  "lists every image over HTTP, in valid responses, with four requests at a time": () =>
    withServer({ images: createImages(950) }, async ({ url }) => {
      const client = createImagesClient({ endpoint: url, projectId: "p", auth: tokenAuth("t") });
      client.http.use(createValidation({ mode: "throw" }));
      const ids = new Set();
      for await (const { id } of client.items({}, { concurrency: 4 })) ids.add(id);
      expect(ids.size === 950, `It lists ${ids.size} images.`);
    }),
  "accepts a signature": () =>
    withServer({ accessKeys: { AK: "SK" } }, async ({ url }) => {
      const auth = accessKeyAuth({ accessKey: "AK", secretKey: "SK" });
      const { images } = await createImagesClient({ endpoint: url, projectId: "p", auth }).list({ limit: 3 });
      expect(images.length === 3, `It lists ${images.length} images.`);
    }),
  "rejects a request that breaks the description": () =>
    withServer({}, async ({ url }) => {
      const response = await fetch(`${url}/v2/p/images?limit=1000`, { headers });
      expect(response.status === 400, `The status is ${response.status}.`);
      expect("error_code" in (await response.json()), "There is no error code.");
    }),
  "rejects a response that breaks the description": () =>
    withServer({ images: [{ id: "i", min_disk: /** @type {any} */ ("large") }] }, async ({ url }) => {
      const response = await fetch(`${url}/v2/p/images`, { headers });
      expect(response.status === 500, `The status is ${response.status}.`);
    }),
  "responds with an example of the description on request": () =>
    withServer({}, async ({ url }) => {
      const prefer = { ...headers, Prefer: "code=503" };
      const response = await fetch(`${url}/v2/p/images`, { headers: prefer });
      expect(response.status === 503, `The status is ${response.status}.`);
    }),
  "loses the connection, and breaks off a body, on demand": () =>
    withServer({}, async ({ url, mock }) => {
      const auth = tokenAuth("t");
      const client = createImagesClient({ endpoint: url, projectId: "p", auth, retry: false });
      for (const fault of [{ reset: true }, { truncate: true }]) {
        mock.inject(fault);
        const error = await expectRejection(client.list());
        expect(error instanceof ConnectionError, `${Object.keys(fault)} becomes ${error}`);
      }
    }),
  async "starts as a command, and stops at a signal"() {
    const { child, ended } = startCommand("mock-server", ["--port", "0"]);
    const [line] = await once(child.stdout, "data");
    const [url] = /http:\S+/.exec(String(line)) ?? [];
    const { status } = await fetch(`${url}/v2/p/images`, { headers });
    // `child.kill` of Deno would report the signal instead of the status.
    process.kill(Number(child.pid), "SIGTERM");
    const end = await ended;
    expect(status === 200, `The status is ${status}.`);
    expect(end.status === 0, `It ends with status ${end.status}: ${end.stderr}`);
  },
};
