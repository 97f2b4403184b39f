import { fileURLToPath } from "node:url";
import type { MockPeer } from "./mock-peer.ts";
import { fetchPackedFile } from "./packed-file.ts";
import { spawnServer } from "./spawned-server.ts";

const description = fileURLToPath(import.meta.resolve("@workspace-images/spec/images.json"));

/** Downloads the program for this platform, so that no measured start includes the download. */
export function fetchSteady(): Promise<string> {
  const name = `@stdy/cli-${process.platform}-${process.arch}`;
  return fetchPackedFile(name, "0.22.2", process.platform === "win32" ? "bin/steady.exe" : "bin/steady");
}

/** Steady, a native program without Node.js; it responds with the examples of the description. */
export const steady: MockPeer = {
  name: "Steady",
  origin: import.meta.url,
  async start() {
    const program = await fetchSteady();
    return spawnServer(program, (port) => ["--port", port, "--log=false", description], "/_x-steady/health");
  },
};
