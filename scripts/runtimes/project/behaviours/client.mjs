import {
  ApiError,
  accessKeyAuth,
  ConnectionError,
  createImagesClient,
  ResponseError,
  TimeoutError,
  tokenAuth,
} from "@workspace-images/client";
import { createImages, createMock } from "@workspace-images/mock";
import { expect, expectRejection } from "../expect.mjs";
import { faultyServer } from "../faulty-server.mjs";

const CANARY = "canary-token-not-real";

/** @param {Partial<import("@workspace-images/client").ImagesClientOptions>} options */
function createClient(options) {
  return createImagesClient({ projectId: "p", auth: tokenAuth(CANARY), retry: false, ...options });
}

/**
 * Lists at the faulty server, and expects an error of a class, without the token in it.
 *
 * @param {string} fault
 * @param {new (...args: any[]) => Error} expected
 * @param {{ timeout?: number }} [options]
 */
async function expectError(fault, expected, options) {
  const client = createClient({ endpoint: `${faultyServer}/${fault}`, ...options });
  const error = await expectRejection(client.list());
  expect(error instanceof expected, `${error} is not a ${expected.name}`);
  expect(!`${error.stack}${JSON.stringify(error)}`.includes(CANARY), "The token is in the error.");
}

export const behaviours = {
  async "lists every image once, with four requests at a time"() {
    const mock = createMock({ images: createImages(950), token: CANARY });
    const client = createClient({ endpoint: mock.url, fetch: mock.fetch });
    const ids = new Set();
    for await (const { id } of client.items({}, { concurrency: 4 })) ids.add(id);
    expect(ids.size === 950, `It lists ${ids.size} images.`);
  },
  async "signs requests; a wrong secret key is rejected"() {
    const mock = createMock({ accessKeys: { AK: "right" } });
    const listWith = (/** @type {string} */ secretKey) =>
      createClient({
        endpoint: mock.url,
        fetch: mock.fetch,
        auth: accessKeyAuth({ accessKey: "AK", secretKey }),
      }).list({ os_type: "Windows", limit: 2 });
    expect((await listWith("right")).images.length === 2, "The signature is not accepted.");
    const error = await expectRejection(listWith("wrong"));
    expect(error instanceof ApiError && error.status === 401, `${error} is no rejection.`);
  },
  async "does not follow a redirect to another origin"() {
    await expectError("redirect", ResponseError);
    const reached = await (await fetch(`${faultyServer}/reached`)).text();
    expect(reached === "0", "The other origin was reached.");
  },
  "reports a lost connection": () => expectError("reset", ConnectionError),
  "times out while a body does not end": () => expectError("endless", TimeoutError, { timeout: 300 }),
  async "throws the caller's own reason for an abort"() {
    const reason = new Error("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 100);
    const client = createClient({ endpoint: `${faultyServer}/silent` });
    const error = await expectRejection(client.list({}, { signal: controller.signal }));
    expect(error === reason, `It throws ${error}.`);
  },
};
