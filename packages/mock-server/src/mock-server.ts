import { createServer } from "@stoplight/prism-http-server";
import pino from "pino";
import { readOperations } from "./description.ts";

/** How a mock server starts. */
export interface MockServerOptions {
  /** TCP port; 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** Address to listen on; `127.0.0.1` by default, which only this machine reaches. */
  readonly host?: string | undefined;
  /** OpenAPI file to serve instead of the descriptions of this project. */
  readonly description?: string | undefined;
}

/** A running mock server; `await using` closes it at the end of the block. */
export interface MockServer extends AsyncDisposable {
  /** Address of the server, without a slash at the end. */
  readonly url: string;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

/**
 * Starts Prism on the descriptions of the images and of IAM. It refuses requests without credentials or with
 * parameters that the description does not allow, obeys the header `Prefer` (`code=503`, `example=empty`,
 * `dynamic=true`), and fails with status 500 when an answer breaks the description.
 *
 * @throws {Error} when the port is taken or not allowed, or the description cannot be read.
 */
export async function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  const { port = 0, host = "127.0.0.1", description } = options;
  const server = createServer(await readOperations(description), {
    components: { logger: Object.assign(pino({ level: "silent" }), { success: () => {} }) },
    config: {
      checkSecurity: true,
      errors: true,
      isProxy: false,
      mock: { dynamic: false },
      upstreamProxy: undefined,
      validateRequest: true,
      validateResponse: true,
    },
    cors: true,
  });
  const url = await server.listen(port, host).catch((cause: unknown) => {
    const problem = String(cause).includes("EADDRINUSE") ? "it is taken" : String(cause);
    throw new Error(`Port ${port} of ${host} cannot be used: ${problem}. Port 0 takes a free one`, { cause });
  });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= server.close();
    return closed;
  };
  return { url, close, [Symbol.asyncDispose]: close };
}
