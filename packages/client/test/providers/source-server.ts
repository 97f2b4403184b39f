import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { vi } from "vitest";

/** A request that the server received. */
export interface Received {
  readonly call: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the server responds: a status, a body (text or JSON) and headers; or a function that responds itself. */
export type Reply =
  | readonly [status: number, body?: unknown, headers?: Record<string, string>]
  | ((response: ServerResponse, received: Received) => void);

export interface SourceServer extends AsyncDisposable {
  readonly url: string;
  readonly received: Received[];
  /** Replies by method and path; several are given in turn, the last one again and again. */
  readonly replies: Record<string, Reply[]>;
}

/** Starts a server on the loopback address that gives keys as a source of them does. */
export async function startSourceServer(replies: Record<string, Reply[]> = {}): Promise<SourceServer> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const call = `${request.method} ${request.url}`;
    const one: Received = { call, headers: request.headers, body };
    received.push(one);
    const given = replies[call] ?? [[404, "no such path"]];
    const reply = (given.length > 1 ? given.shift() : given[0]) ?? [404];
    if (typeof reply === "function") return reply(response, one);
    const [status, content = "", headers = {}] = reply;
    const text = typeof content === "string" ? content : JSON.stringify(content);
    response.writeHead(status, headers).end(text);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    replies,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Leads requests for the metadata of this server to another one, and fails when nobody listens there. */
export function redirectMetadata(url: string): void {
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", (input: string, init?: RequestInit) =>
    fetch(input.replace("http://169.254.169.254", url), init),
  );
}

/** Values that must not be shown. */
export const canary = {
  secret: "canary-secret-key",
  security: "canary-security-token",
  idToken: "canary.id-token",
  token: "canary-iam-token",
  metadata: "canary-metadata-token",
};

export const EXPIRY = "2100-01-01T00:00:00.574000Z";

/** What the sources respond, in the shape that most of them use. */
export const keyBody = {
  credential: {
    access: "SOURCEACCESSKEY",
    secret: canary.secret,
    securitytoken: canary.security,
    expires_at: EXPIRY,
  },
};

export const key = {
  accessKey: "SOURCEACCESSKEY",
  secretKey: canary.secret,
  securityToken: canary.security,
  expiresAt: new Date("2100-01-01T00:00:00Z"),
};
