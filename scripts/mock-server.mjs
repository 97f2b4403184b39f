// A mock server in a process of its own.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/**
 * Starts the program of a mock server on a free port.
 *
 * @param {string} bin
 * @param {readonly string[]} options
 */
export async function startMockServer(bin, options) {
  const args = [bin, "--port", "0", "--quiet", ...options];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface(child.stdout)) {
    return { url: line.replace("Listening on ", ""), stop: () => child.kill() };
  }
  throw new Error("The mock server did not start");
}
