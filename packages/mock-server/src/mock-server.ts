import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createMock, type Mock, type MockOptions } from "@workspace-images/mock";
import type { ServerRequest } from "srvx";
import { FastResponse, toNodeHandler } from "srvx/node";
import { corsHeaders, preflightResponse } from "./cors.ts";
import { readOperations } from "./description.ts";
import { flushedBody } from "./flushed-body.ts";
import { createHandler } from "./handler.ts";
import { logLine } from "./log-line.ts";
import { createPrism } from "./prism.ts";

/** Options of `startMockServer`, including those of `createMock`. */
export interface MockServerOptions extends Omit<MockOptions, "url"> {
  /** TCP port; default 0, which picks a free one. */
  readonly port?: number | undefined;
  /** Address to listen on; default `127.0.0.1`, which only this machine can reach. */
  readonly host?: string | undefined;
  /** OpenAPI file to validate requests and responses against; default the descriptions of this project. */
  readonly description?: string | undefined;
  /** Called with one line for each request, without credentials. */
  readonly log?: ((line: string) => void) | undefined;
}

/** A running mock server; `await using` closes it at the end of the block. */
export interface MockServer extends AsyncDisposable {
  /** URL of the server, for images and for IAM, without a trailing slash. */
  readonly url: string;
  /** The mock behind Prism, with its catalogue, requests and faults. */
  readonly mock: Mock;
  /** Closes all connections and frees the port. */
  close(): Promise<void>;
}

/**
 * Starts a mock of the service over HTTP. The mock responds, and Prism validates every request and response against the
 * description; an invalid response becomes a status 500. If a request has the header `Prefer`, Prism responds instead
 * (`code=503`, `example=empty`, `dynamic=true`, `seed=1`).
 *
 * @throws {Error} if the port cannot be used or the description cannot be read.
 * @throws {MockUsageError} if an option of the mock is invalid.
 */
export async function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  const { port = 0, host: given, description, log, ...mockOptions } = options;
  const host = given || "127.0.0.1"; // Node.js listens on all addresses if the host is empty.
  const mock = createMock(mockOptions);
  const handle = createHandler(mock, createPrism(await readOperations(description)));

  async function respond(request: ServerRequest): Promise<Response> {
    const started = performance.now();
    const response = preflightResponse(request) ?? (await handle(request));
    log?.(logLine(request, response?.status, performance.now() - started));
    if (response) {
      const { status, headers, body } = response;
      const sent = body instanceof ReadableStream ? ReadableStream.from(flushedBody(body)) : body;
      return new FastResponse(sent, { status, headers: { ...headers, ...corsHeaders } });
    }
    request.runtime?.node?.res?.destroy(); // The mock has lost the connection.
    return new Response(null);
  }

  const server = createServer(toNodeHandler(respond) as RequestListener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const message =
        cause.code === "EADDRINUSE"
          ? `Port ${port} is already in use. Port 0 picks a free one.`
          : `Cannot listen on port ${port} of ${host}: ${cause.message}`;
      reject(new Error(message, { cause }));
    });
    server.listen(port, host, resolve);
  });
  const { address, family, port: actualPort } = server.address() as AddressInfo;
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    return closed;
  };
  const hostname = family === "IPv6" ? `[${address}]` : address;
  return { url: `http://${hostname}:${actualPort}`, mock, close, [Symbol.asyncDispose]: close };
}
