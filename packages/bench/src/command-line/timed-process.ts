import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** Writes the most memory that the process had, in kB, to a fourth stream. */
const MEMORY = `data:text/javascript,import { writeSync } from "node:fs";
process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));`;

async function runNode(args: readonly string[]): Promise<{ readonly time: number; readonly extra: string }> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: join(import.meta.dirname, "../.."),
    env: { ...process.env, HW_AUTH_TOKEN: "not-a-real-token" },
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit").then(([status]) => ({ status, time: performance.now() - startedAt }));
  const [{ status, time }, errors, extra] = await Promise.all([
    ended,
    text(child.stderr as NodeJS.ReadableStream),
    text(child.stdio[3] as NodeJS.ReadableStream),
  ]);
  if (status !== 0) throw new Error(`${args.join(" ")} ended with status ${status}: ${errors}`);
  return { time, extra };
}

/** Runs Node.js to its end, and returns the milliseconds from its start. */
export async function timeNode(args: readonly string[]): Promise<number> {
  return (await runNode(args)).time;
}

/** Runs Node.js to its end, and returns the most memory that it had, in MB of 1 000 000 bytes. */
export async function measureMemory(args: readonly string[]): Promise<number> {
  return (Number((await runNode(["--import", MEMORY, ...args])).extra) * 1024) / 1e6;
}
