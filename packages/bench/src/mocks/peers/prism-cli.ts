import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { MockPeer } from "./mock-peer.ts";
import { spawnServer } from "./spawned-server.ts";

const description = fileURLToPath(import.meta.resolve("@workspace-images/spec/images.json"));
const program = createRequire(import.meta.url).resolve("@stoplight/prism-cli");

/** Prism as its users start it, from the command line; it logs each request. */
export const prismCli: MockPeer = {
  name: "Prism, command line",
  origin: import.meta.url,
  start: () => spawnServer(process.execPath, (port) => [program, "mock", "--port", port, description]),
};
