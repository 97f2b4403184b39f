import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createMock, type Mock, type MockOptions } from "@workspace-images/mock";
import type { ServerRequest } from "srvx";
import { FastResponse, toNodeHandler } from "srvx/node";
import { answerPreflight, anyOrigin } from "./cors.ts";
import { readOperations } from "./description.ts";
import { flushedBody } from "./flushed-body.ts";
import { createHandler } from "./handler.ts";
import { logLine } from "./log-line.ts";
import { createPrism } from "./prism.ts";

/** How a mock server starts; the options of `createMock` say what it knows. */
export interface MockServerOptions extends Omit<MockOptions, "url"> {
  /** TCP port; 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** Address to listen on; `127.0.0.1` by default, which only this machine reaches. */
  readonly host?: string | undefined;
  /** OpenAPI file to hold requests and answers to, instead of the descriptions of this project. */
  readonly description?: string | undefined;
  /** Takes a line for each request, without credentials. */
  readonly log?: ((line: string) => void) | undefined;
}

/** A running mock server; `await using` closes it at the end of the block. */
export interface MockServer extends AsyncDisposable {
  /** Address of the server, for images and for IAM, without a slash at the end. */
  readonly url: string;
  /** The service behind Prism: its catalogue, what it received, and its faults. */
  readonly mock: Mock;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

/**
 * Starts a mock of the service over HTTP. The mock answers, and Prism holds each request and each answer to the
 * descriptions: an answer that breaks them fails with status 500. A request with the header `Prefer` is answered by
 * Prism alone (`code=503`, `example=empty`, `dynamic=true`, `seed=1`).
 *
 * @throws {Error} when the port is taken or not allowed, or the description cannot be read.
 * @throws {MockUsageError} when an option of the mock is wrong.
 */
export async function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  const { port = 0, host: given, description, log, ...mockOptions } = options;
  const host = given || "127.0.0.1"; // Node.js would take an empty one for every address of the machine.
  const mock = createMock(mockOptions);
  const handle = createHandler(mock, createPrism(await readOperations(description)));

  async function answer(request: ServerRequest): Promise<Response> {
    const started = performance.now();
    const reply = answerPreflight(request) ?? (await handle(request));
    log?.(logLine(request, reply?.status, performance.now() - started));
    if (reply) {
      const { status, headers, body } = reply;
      const sent = body instanceof ReadableStream ? ReadableStream.from(flushedBody(body)) : body;
      return new FastResponse(sent, { status, headers: { ...headers, ...anyOrigin } });
    }
    request.runtime?.node?.res?.destroy(); // The mock lost the connection, and so does the server.
    return new Response(null);
  }

  const server = createServer(toNodeHandler(answer) as RequestListener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const problem = cause.code === "EADDRINUSE" ? "it is taken" : cause.message;
      reject(
        new Error(`Port ${port} of ${host} cannot be used: ${problem}. Port 0 takes a free one`, { cause }),
      );
    });
    server.listen(port, host, resolve);
  });
  const { address, family, port: taken } = server.address() as AddressInfo;
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    return closed;
  };
  const hostname = family === "IPv6" ? `[${address}]` : address;
  return { url: `http://${hostname}:${taken}`, mock, close, [Symbol.asyncDispose]: close };
}
