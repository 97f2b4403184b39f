import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** Headers that differ between all clients, and mean nothing to the source of a key. */
const IGNORED =
  /^(host|connection|user-agent|accept|accept-(encoding|language)|sec-fetch-mode|content-length|x-sdk-date|authorization|x-request-id)$/;

/** A request that was recorded. */
export interface Sent {
  readonly call: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Starts a proxy that records requests. The responses to those for keys are kept, and given to the next client that
 * sends the same: a source gives the same server the same key.
 */
export async function startRecorder(target: string) {
  const sent: Sent[] = [];
  const kept = new Map<string, Reply>();
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const { method = "", url = "" } = request;
    const call = `${method} ${url}`;
    const isListing = url.startsWith("/v2/");
    const isPod = url.includes("pod");
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(
        ([name]) => !IGNORED.test(name) || (isPod && name === "authorization"),
      ),
    );
    sent.push({
      call,
      headers: isListing ? {} : headers,
      body: body.length > 0 ? JSON.parse(`${body}`) : undefined,
    });
    let reply = kept.get(call);
    if (!reply) {
      const forwarded = send(target + url, { method, headers: request.headers });
      forwarded.end(body);
      const [received] = (await once(forwarded, "response")) as [IncomingMessage];
      reply = {
        status: received.statusCode ?? 0,
        headers: received.headers,
        body: await buffer(received),
      };
      if (!isListing) kept.set(call, reply);
    }
    const { "transfer-encoding": _chunked, ...replied } = reply.headers;
    response.writeHead(reply.status, replied).end(reply.body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** Returns what was sent since the last call. */
    take: () => sent.splice(0),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
