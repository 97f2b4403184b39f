import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInstance, type IHttpRequest } from "@stoplight/prism-http";
import type { MockPeer } from "./mock-peer.ts";
import { config, logger, readOperations } from "./prism.ts";

/** Prism behind a minimal server; it responds with the examples of the description. */
export const prismAlone: MockPeer = {
  name: "Prism, smallest server",
  origin: import.meta.url,
  async start() {
    const prism = createInstance(config, { logger });
    const operations = await readOperations();
    const server = createServer(async ({ method = "GET", url = "/", headers }, response) => {
      const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
      const input = {
        method: method.toLowerCase() as IHttpRequest["method"],
        url: { path: pathname, query: Object.fromEntries(searchParams) },
        headers: headers as Record<string, string>,
      };
      const result = await prism.request(input, operations, config)();
      if (result._tag === "Left") throw result.left;
      const { statusCode, headers: given, body } = result.right.output;
      response.writeHead(statusCode, given).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  },
};
