import { createServer, type RequestListener, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { errorResponse } from "./error-response.ts";

// By the code of the error; any other error is a request that cannot be parsed.
const errors: Readonly<Record<string, readonly [status: number, message: string]>> = {
  HPE_HEADER_OVERFLOW: [431, "The headers are too large."],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "The request did not arrive in time."],
};

/**
 * Creates a server that rejects requests which Node.js cannot parse in the shape of the service. Headers may have 64
 * KiB: tokens of the service have up to 40 000 characters.
 */
export function createHttpServer(listener: RequestListener): Server {
  // The listener checks the Host itself, to reject it in the shape of the service.
  const server = createServer({ maxHeaderSize: 64 * 1024, requireHostHeader: false }, listener);
  server.on("checkExpectation", listener);
  server.on("connect", (_, socket) =>
    reject(socket, 405, "The request method is not allowed.", { Allow: "GET, POST" }),
  );
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const [status, message] = errors[error.code ?? ""] ?? [400, "The request cannot be parsed."];
    reject(socket, status, message);
  });
  return server;
}

/** Responds on a connection for which Node.js has no response object, and closes it. */
function reject(socket: Duplex, status: number, message: string, own?: Record<string, string>): void {
  if (!socket.writable) return void socket.destroy();
  const { headers, body } = errorResponse(status, message, own);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}
