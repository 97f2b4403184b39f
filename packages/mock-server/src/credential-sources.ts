import type { Mock, MockResponse } from "@workspace-images/mock";
import {
  type CredentialSourceOptions,
  type CredentialSources,
  createCredentialSources,
} from "@workspace-images/mock/credentials";
import { errorResponse } from "./http/error-response.ts";
import { HttpError } from "./http/http-error.ts";
import { createHttpServer } from "./http/http-server.ts";
import { listen } from "./http/listen.ts";
import { logLine } from "./http/log-line.ts";
import { isLost } from "./http/lost-connection.ts";
import { toMockRequest } from "./http/mock-request.ts";
import { sendResponse } from "./http/send-response.ts";

/** Options of `startCredentialSources`, including those of `createCredentialSources`. */
export interface CredentialSourcesServerOptions extends Omit<CredentialSourceOptions, "url"> {
  /** TCP port; default 0, which picks a free one. */
  readonly port?: number | undefined;
  /** Address to listen on; default `127.0.0.1`, which only this machine can reach. */
  readonly host?: string | undefined;
  /** Called with one line for each request, without credentials. */
  readonly log?: ((line: string) => void) | undefined;
}

/** Running sources of temporary keys: the metadata of a server and the pod identity of a cluster. */
export interface CredentialSourcesServer extends CredentialSources, AsyncDisposable {
  /** Closes all connections and frees the port. */
  close(): Promise<void>;
}

/**
 * Starts the sources of `createCredentialSources` over HTTP. A mock, with a server or without one, accepts their keys.
 *
 * @throws {Error} if the port cannot be used.
 * @throws {MockUsageError} if an option of the sources is invalid.
 */
export async function startCredentialSources(
  mock: Pick<Mock, "now" | "issueTemporaryKey">,
  options: CredentialSourcesServerOptions = {},
): Promise<CredentialSourcesServer> {
  const { port = 0, host, log, ...sourceOptions } = options;
  // Called before it listens, to check the options.
  const sources = createCredentialSources(mock, sourceOptions);
  const server = createHttpServer(async (req, res) => {
    res.on("error", () => {}); // The client has gone.
    const started = performance.now();
    let response: MockResponse | undefined;
    try {
      response = await sources.respond(toMockRequest(req, res));
    } catch (error) {
      if (error instanceof HttpError) response = errorResponse(error.status, error.message);
      else if (!isLost(error) && !res.destroyed) response = errorResponse(500, `The mock failed: ${error}`);
    }
    log?.(logLine(req, response?.status, performance.now() - started));
    if (response) sendResponse(res, response);
    else res.destroy(); // A fault has lost the connection, or the client has gone.
  });
  const { url, close } = await listen(server, port, host || "127.0.0.1");
  const podIdentityUri = url + new URL(sources.podIdentityUri).pathname;
  return { ...sources, metadataUrl: url, podIdentityUri, close, [Symbol.asyncDispose]: close };
}
