import { createMock, type Mock, type MockOptions, type MockResponse } from "@workspace-images/mock";
import { createControl, isControl } from "./control/control.ts";
import { createHandler } from "./handler.ts";
import { errorResponse } from "./http/error-response.ts";
import { createHttpServer } from "./http/http-server.ts";
import { listen } from "./http/listen.ts";
import { logLine } from "./http/log-line.ts";
import { sendResponse } from "./http/send-response.ts";
import { controlOperations, readOperations } from "./prism/description.ts";
import { createPrism, type Prism } from "./prism/prism.ts";

/** Options of `startMockServer`, including those of `createMock`. */
export interface MockServerOptions extends Omit<MockOptions, "url"> {
  /** TCP port; default 0, which picks a free one. */
  readonly port?: number | undefined;
  /** Address to listen on; default `127.0.0.1`, which only this machine can reach. */
  readonly host?: string | undefined;
  /** OpenAPI file to validate requests and responses against; default the descriptions of this project. */
  readonly description?: string | undefined;
  /**
   * Whether `/_mock/` lets tests in other languages control the mock over HTTP: faults, requests, images, the clock;
   * default false.
   */
  readonly control?: boolean | undefined;
  /** Called with one line for each request, without credentials. */
  readonly log?: ((line: string) => void) | undefined;
}

/** A running mock server; `await using` closes it at the end of the block. */
export interface MockServer extends AsyncDisposable {
  /** URL of the server, for images, IAM and STS, without a trailing slash. */
  readonly url: string;
  /** The mock behind Prism, with its catalogue, requests and faults. */
  readonly mock: Mock;
  /** Closes all connections and frees the port. */
  close(): Promise<void>;
}

// They let pages of any origin read a response. The service takes its credentials from headers, not from cookies.
const corsHeaders = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "*" };

/**
 * Starts a mock of the service over HTTP. The mock responds, and Prism validates every request and response against the
 * description; an invalid response becomes a status 500. If a request has the header `Prefer`, Prism responds instead
 * (`code=503`, `example=noImages`, `dynamic=true`, `seed=1`).
 *
 * @throws {Error} if the port cannot be used or the description cannot be read.
 * @throws {MockUsageError} if an option of the mock is invalid.
 */
export async function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  const { port = 0, host: given, description, control = false, log, ...mockOptions } = options;
  const host = given || "127.0.0.1"; // Node.js listens on all addresses if the host is empty.
  const mock = createMock(mockOptions);
  const serve = createHandler(mock, createPrism(await readOperations(description)), (line) => log?.(line));
  let controlPrism: Promise<Prism> | undefined;
  const getControlPrism = () => {
    controlPrism ??= controlOperations().then(createPrism);
    return controlPrism;
  };
  const serveControl = control ? createControl(mock, getControlPrism) : undefined;

  const server = createHttpServer(async (req, res) => {
    res.on("error", () => {}); // The client has gone.
    const controlled = isControl(req) ? serveControl : undefined;
    const send = (response: MockResponse) =>
      sendResponse(res, { ...response, headers: { ...response.headers, ...(!controlled && corsHeaders) } });
    try {
      const started = performance.now();
      const response = await (controlled ?? serve)(req, res);
      log?.(logLine(req, response?.status, performance.now() - started));
      if (response) send(response);
      else res.destroy(); // The mock has lost the connection.
    } catch (error) {
      send(errorResponse(500, `The mock failed: ${error}`));
    }
  });
  const { url, close } = await listen(server, port, host);
  return { url, mock, close, [Symbol.asyncDispose]: close };
}
