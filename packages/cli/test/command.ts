import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

export const BIN = fileURLToPath(new URL("../dist/bin.js", import.meta.url));

/** The environment of a user without any configuration, on no server of Huawei Cloud. */
const UNCONFIGURED = {
  PATH: process.env["PATH"],
  HOME: "/nonexistent",
  HUAWEICLOUD_SDK_METADATA_DISABLED: "true",
};

export type Env = Readonly<Record<string, string | undefined>>;

/** The built command as a process. */
export interface Command extends AsyncDisposable {
  readonly process: ChildProcessByStdio<null, Readable, Readable>;
  readonly output: { stdout: string; stderr: string };
  /** Waits until a stream matches a pattern. */
  until(pattern: RegExp, stream?: "stdout" | "stderr"): Promise<RegExpExecArray>;
  readonly ended: Promise<number | null>;
}

export function start(args: readonly string[], env: Env = {}): Command {
  const child = spawn(process.execPath, [BIN, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...UNCONFIGURED, ...env },
  });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
    });
  }
  const ended = once(child, "close").then(([status]) => status as number | null);
  return {
    process: child,
    output,
    ended,
    async until(pattern, stream = "stdout") {
      for (;;) {
        const found = pattern.exec(output[stream]);
        if (found) return found;
        if (child.exitCode !== null) throw new Error(`ended before ${pattern}: ${JSON.stringify(output)}`);
        await Promise.race([once(child[stream], "data"), ended]);
      }
    },
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Runs the built command to its end. */
export async function run(args: readonly string[], env?: Env) {
  const command = start(args, env);
  return { status: await command.ended, ...command.output };
}
