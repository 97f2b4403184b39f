// Measures how long the built command takes. Run it on a quiet machine: pnpm bench
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createImages } from "@workspace-images/mock";
import { startMockServer } from "@workspace-images/mock-server";

const BIN = fileURLToPath(new URL("../dist/bin.js", import.meta.url));
const RUNS = 15;

async function time(args: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  const env = { ...process.env, HW_AUTH_TOKEN: "any" };
  const child = spawn(process.execPath, args, { stdio: "ignore", env });
  const [status] = await once(child, "close");
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}`);
  return performance.now() - startedAt;
}

async function report(name: string, limit: number | undefined, args: readonly string[]): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await time(args));
  const [least = 0] = times.sort((a, b) => a - b);
  const median = times[Math.floor(RUNS / 2)] ?? 0;
  const allowed = limit ? `, at most ${limit}` : "";
  process.stdout.write(
    `${name.padEnd(44)} median ${median.toFixed(0)} ms, least ${least.toFixed(0)} ms${allowed}\n`,
  );
}

execFileSync(process.execPath, [BIN, "--version"]); // Warms the file cache.
await report("node --eval 0", undefined, ["--eval", "0"]);
await report("--version", 60, [BIN, "--version"]);
await report("list --help", 120, [BIN, "list", "--help"]);
await report("list --mock --output ids", undefined, [BIN, "list", "--mock", "--output", "ids"]);
await report("list --mock", undefined, [BIN, "list", "--mock"]);
await using server = await startMockServer({ images: createImages(5000) });
const list = [BIN, "list", "--endpoint", server.url, "--project-id", "p", "--output", "jsonl"];
await report("5 000 images as jsonl from Prism", 1000, list);
await report("the same with --concurrency 4", 1000, [...list, "--concurrency", "4"]);
