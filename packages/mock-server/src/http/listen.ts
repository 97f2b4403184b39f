import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that listens. */
export interface Listening {
  /** URL of the server, without a trailing slash. */
  readonly url: string;
  /** Closes all connections and frees the port. */
  close(): Promise<void>;
}

// "Every address" is none that a client can use, so the URL has the loopback address instead.
const reachable: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "[::1]" };

/**
 * Starts to listen.
 *
 * @throws {Error} if the port cannot be used.
 */
export async function listen(server: Server, port: number, host: string): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.on("error", (cause: NodeJS.ErrnoException) => {
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
  return {
    url: `http://${reachable[address] ?? (family === "IPv6" ? `[${address}]` : address)}:${actualPort}`,
    close() {
      closed ??= new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      return closed;
    },
  };
}
