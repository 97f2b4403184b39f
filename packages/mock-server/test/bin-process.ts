import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

/** The built command, as a process. */
export interface BinProcess extends AsyncDisposable {
  readonly process: ChildProcessByStdio<null, Readable, Readable>;
  /** What it has written so far. */
  readonly output: { stdout: string; stderr: string };
  /** Waits until standard output has a pattern. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /** Waits for the end, and gives the status. */
  readonly ended: Promise<number | null>;
}

const bin = fileURLToPath(new URL("../dist/bin.js", import.meta.url));

export function startBin(...args: string[]): BinProcess {
  const child = spawn(process.execPath, [bin, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
    });
  }
  const ended = once(child, "close").then(([status]) => status as number | null);
  async function until(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(output.stdout);
      if (found) return found;
      if (child.exitCode !== null)
        throw new Error(`ended without ${pattern}: ${output.stdout}${output.stderr}`);
      await Promise.race([once(child.stdout, "data"), ended]);
    }
  }
  const dispose = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  return { process: child, output, until, ended, [Symbol.asyncDispose]: dispose };
}
