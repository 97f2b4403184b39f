// What the published client and mock do on every runtime. Prints a line for each behaviour; fails with the first that
// is missing.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
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

const CANARY = "canary-token-not-real";
const options = { projectId: "p", auth: tokenAuth(CANARY), retry: false };

/**
 * Serves on a free port while a test of it runs.
 *
 * @param {import("node:http").RequestListener} answer
 * @param {(endpoint: string) => Promise<void>} use
 */
async function withServer(answer, use) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  try {
    await use(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/**
 * Expects a listing to fail, without a secret in what is said of it.
 *
 * @param {Promise<unknown>} call
 * @param {(error: any) => boolean} isExpected
 */
async function expectFailure(call, isExpected) {
  const error = await call.then(
    () => assert.fail("The call succeeded."),
    (error) => error,
  );
  assert.ok(isExpected(error), `${error?.name}: ${error?.message}`);
  assert.ok(!`${error?.stack}${JSON.stringify(error)}`.includes(CANARY), "The token is in the error.");
}

/** @type {Readonly<Record<string, () => Promise<void>>>} */
const behaviours = {
  async "lists every image once, in order, with four requests at a time"() {
    const mock = createMock({ images: createImages(950), token: CANARY });
    const images = createImagesClient({ ...options, endpoint: mock.url, fetch: mock.fetch });
    const ids = new Set();
    for await (const { id } of images.items({}, { concurrency: 4 })) ids.add(id);
    assert.equal(ids.size, 950);
  },
  async "signs so that the signature is good, and a wrong key is refused"() {
    const mock = createMock({ accessKeys: { AK: "right" } });
    for (const [secretKey, good] of /** @type {const} */ ([
      ["right", true],
      ["wrong", false],
    ])) {
      const auth = accessKeyAuth({ accessKey: "AK", secretKey });
      const images = createImagesClient({ ...options, endpoint: mock.url, fetch: mock.fetch, auth });
      const page = images.list({ os_type: "Windows", limit: 2 });
      if (good) assert.equal((await page).images.length, 2);
      else await expectFailure(page, (error) => error instanceof ApiError && error.status === 401);
    }
  },
  async "takes no credential to another origin"() {
    let reached = 0;
    await withServer(
      (_, response) => {
        reached += 1;
        response.end("{}");
      },
      (other) =>
        withServer(
          (_, response) => response.writeHead(307, { Location: `${other}/v2/p/images` }).end(),
          (endpoint) =>
            expectFailure(
              createImagesClient({ ...options, endpoint }).list(),
              (error) => error instanceof ResponseError,
            ),
        ),
    );
    assert.equal(reached, 0);
  },
  async "tells a lost connection from an answer"() {
    await withServer(
      (request) => request.socket.destroy(),
      (endpoint) =>
        expectFailure(
          createImagesClient({ ...options, endpoint }).list(),
          (error) => error instanceof ConnectionError,
        ),
    );
  },
  async "gives up on a body that does not end"() {
    await withServer(
      (_, response) => response.writeHead(200, { "Content-Type": "application/json" }).write('{"images": ['),
      (endpoint) =>
        expectFailure(
          createImagesClient({ ...options, endpoint, timeout: 300 }).list(),
          (error) => error instanceof TimeoutError,
        ),
    );
  },
  async "hands on the caller's own reason to abort"() {
    await withServer(
      () => {},
      async (endpoint) => {
        const reason = new Error("enough");
        const call = createImagesClient({ ...options, endpoint }).list({}, { signal: abortSoon(reason) });
        await expectFailure(call, (error) => error === reason);
      },
    );
  },
};

/** @param {Error} reason */
function abortSoon(reason) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), 100);
  return controller.signal;
}

for (const [behaviour, check] of Object.entries(behaviours)) {
  await check();
  console.log(`  ${behaviour}`);
}
