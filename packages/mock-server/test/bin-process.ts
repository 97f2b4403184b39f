import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

/** The built command in a process of its own. */
export interface BinProcess extends AsyncDisposable {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  /** The output so far. */
  readonly output: { stdout: string; stderr: string };
  /** Waits until standard output matches. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /** The exit status, once the process has ended. */
  readonly ended: Promise<number | null>;
}

const bin = join(import.meta.dirname, "../dist/bin.js");

export function startBin(...args: string[]): BinProcess {
  const child = spawn(process.execPath, [bin, ...args], { stdio: "pipe" });
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
