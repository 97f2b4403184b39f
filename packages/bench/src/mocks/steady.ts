import { spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { findFreePort } from "../free-port.ts";
import { fetchPackedFile } from "../packed-file.ts";
import type { MockPeer } from "./mock-peer.ts";

const description = fileURLToPath(import.meta.resolve("@workspace-images/spec/images.json"));

/** Fetches the program for this machine, so that no start has to wait for it. */
export function fetchSteady(): Promise<string> {
  const name = `@stdy/cli-${process.platform}-${process.arch}`;
  return fetchPackedFile(name, "0.22.2", process.platform === "win32" ? "bin/steady.exe" : "bin/steady");
}

/** Steady, a program without Node.js; it answers with the examples of the description. */
export const steady: MockPeer = {
  name: "Steady",
  origin: import.meta.url,
  async start() {
    const port = await findFreePort();
    const url = `http://127.0.0.1:${port}`;
    const child = spawn(await fetchSteady(), ["--port", String(port), "--log=false", description], {
      stdio: "ignore",
    });
    process.once("exit", () => child.kill());
    while (child.exitCode === null) {
      const answer = await fetch(`${url}/_x-steady/health`).catch(() => undefined);
      if (answer?.ok) return { url, pid: child.pid };
      await setTimeout(2);
    }
    throw new Error(`Steady ended with exit code ${child.exitCode}`);
  },
};
