import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { findFreePort } from "../free-port.ts";
import type { MockPeer } from "./mock-peer.ts";

const description = fileURLToPath(import.meta.resolve("@workspace-images/spec/images.json"));
const program = createRequire(import.meta.url).resolve("@stoplight/prism-cli");

/** Prism as its users start it, at the command line: it logs each request. */
export const prismCli: MockPeer = {
  name: "Prism, command line",
  origin: import.meta.url,
  async start() {
    const port = await findFreePort();
    const url = `http://127.0.0.1:${port}`;
    const child = spawn(process.execPath, [program, "mock", "--port", String(port), description], {
      stdio: "ignore",
    });
    process.once("exit", () => child.kill());
    while (child.exitCode === null) {
      const answer = await fetch(url).catch(() => undefined);
      if (answer) return { url, pid: child.pid };
      await setTimeout(2);
    }
    throw new Error(`Prism ended with exit code ${child.exitCode}`);
  },
};
