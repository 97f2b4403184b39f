import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** A request that arrived. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

/** What the server does with a request: anything with its socket. */
export type Fault = (socket: Socket, request: ReceivedRequest) => void;

export interface FaultServer {
  readonly url: string;
  /** Every request that arrived completely. */
  readonly requests: readonly ReceivedRequest[];
  /** Connections that were opened, with or without a request. */
  readonly connections: number;
  /** Connections that are still open. */
  readonly open: number;
  close(): Promise<void>;
}

function parseHead(head: string) {
  const [first = "", ...lines] = head.split("\r\n");
  const [method = "", path = ""] = first.split(" ");
  const headers = new Headers(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }),
  );
  return { method, path, headers };
}

/**
 * Starts a server that applies the n-th fault to its n-th request, and the last fault to all later ones. Pass a
 * function if the faults need the URL of the server.
 */
export async function startFaultServer(plan: Fault[] | ((url: string) => Fault[])): Promise<FaultServer> {
  let faults: Fault[] = [];
  const requests: ReceivedRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;

  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    let received = "";
    socket.setEncoding("latin1");
    socket.on("data", (chunk) => {
      received += chunk;
      const end = received.indexOf("\r\n\r\n");
      if (end < 0) return;
      const request = { ...parseHead(received.slice(0, end)), body: received.slice(end + 4) };
      if (request.body.length < Number(request.headers.get("Content-Length") ?? 0)) return;
      received = "";
      requests.push(request);
      (faults[requests.length - 1] ?? faults.at(-1))?.(socket, request);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  faults = typeof plan === "function" ? plan(url) : plan;

  return {
    url,
    requests,
    get connections() {
      return connections;
    },
    get open() {
      return sockets.size;
    },
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      if (server.listening) await once(server, "close");
    },
  };
}

/** How a connection continues after the bytes. */
export type Ending = "end" | "reset" | "stall";

/** Writes bytes unchanged. */
export function raw(bytes: string | Uint8Array, ending: Ending = "end"): Fault {
  return (socket) => {
    socket.write(bytes, () => {
      if (ending === "end") socket.end();
      // A reset together with the bytes makes the system discard them.
      if (ending === "reset") setTimeout(() => socket.resetAndDestroy(), 5);
    });
  };
}

/** The head of a response. */
export function head(status: number, headers: Readonly<Record<string, string | number>> = {}): string {
  const lines = Object.entries({ Connection: "close", ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [`HTTP/1.1 ${status} Whatever`, ...lines, "", ""].join("\r\n");
}

/** A complete response: JSON unless the body is a string. */
export function respond(
  status: number,
  body: object | string = "",
  headers: Readonly<Record<string, string>> = {},
): Fault {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const type = typeof body === "string" ? "text/html" : "application/json";
  const length = Buffer.byteLength(text);
  return raw(head(status, { "Content-Type": type, "Content-Length": length, ...headers }) + text);
}

/** Resets the connection as soon as the request has arrived. */
export const reset: Fault = (socket) => socket.resetAndDestroy();

/** Never responds. */
export const silence: Fault = () => {};
