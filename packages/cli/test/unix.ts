import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Env } from "./command.ts";

/** Whether the system has signals, a POSIX shell and `script`, which gives a command a terminal. */
export const isUnix = process.platform !== "win32";

/** Runs a line of a shell on a terminal, and returns what the terminal shows. */
export async function onTerminal(line: string, env: Env): Promise<string> {
  const args = process.platform === "darwin" ? ["/dev/null", "sh", "-c", line] : ["-ec", line, "/dev/null"];
  const { PATH } = process.env;
  const running = promisify(execFile)("script", ["-q", ...args], { env: { PATH, ...env } });
  running.child.stdin?.end();
  return (await running).stdout;
}
