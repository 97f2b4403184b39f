import { createServer } from "@stoplight/prism-http-server";
import type { MockPeer } from "./mock-peer.ts";
import { config, logger, readOperations } from "./prism.ts";

/** The server that Prism's command line uses; it responds with the examples of the description. */
export const prismServer: MockPeer = {
  name: "Prism, its own server",
  origin: import.meta.url,
  async start() {
    const server = createServer(await readOperations(), { components: { logger }, config, cors: true });
    return { url: await server.listen(0, "127.0.0.1") };
  },
};
