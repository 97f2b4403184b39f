// Many calls over real sockets while one request in a hundred meets a fault. Each call must end with a page or a typed
// error, and nothing may be left behind. `--calls` sets how many (default 200,000), `--json` a file for the figures.
import { fork } from "node:child_process";
import { getEventListeners } from "node:events";
import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createImagesClient, tokenAuth, WorkspaceImagesError } from "@workspace-images/client";
import { printTable } from "./report/report.ts";
import { TIMEOUT } from "./soak/faults.ts";
import { nextMessage } from "./turns/next-message.ts";

const { values } = parseArgs({ options: { calls: { type: "string" }, json: { type: "string" } } });
const calls = Number(values.calls ?? 200_000);
const AT_A_TIME = 200;
/** MiB by which the heap may grow after the first tenth of the calls, which fills caches and compiles. */
const ALLOWED_GROWTH = 4;

const { gc } = globalThis;
if (!gc) throw new Error("Start Node.js with --expose-gc");

const problems: string[] = [];
process.on("unhandledRejection", (reason) => problems.push(`An unhandled rejection: ${reason}`));

const server = fork(fileURLToPath(new URL("soak/server.ts", import.meta.url)));
const endpoint = String(await nextMessage("the server", server));
const before = resources();

const caller = new AbortController();
const images = createImagesClient({
  endpoint,
  projectId: "0123456789abcdef0123456789abcdef",
  auth: tokenAuth("fake-token"),
  timeout: TIMEOUT,
  maxResponseBytes: 2 ** 19,
});
const ends = new Map<string, number>();
const heaps: number[] = [];
let started = 0;

async function call(): Promise<string> {
  try {
    const { images: page } = await images.list({ limit: 10 }, { signal: caller.signal });
    if (page.length === 0) problems.push("A page without images was returned as a success.");
    return "a page";
  } catch (error) {
    if (error instanceof WorkspaceImagesError) return `${error.name} (${error.code})`;
    problems.push(`A call ended with something else than a typed error: ${error}`);
    return "something else";
  }
}

/** Counts what keeps a process alive: timers and sockets, by kind. */
function resources(): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

async function makeCalls(count: number): Promise<void> {
  const end = started + count;
  const work = async () => {
    while (started < end) {
      started++;
      const result = await call();
      ends.set(result, (ends.get(result) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  gc?.();
  heaps.push(process.memoryUsage().heapUsed / 2 ** 20);
}

for (let tenth = 0; tenth < 10; tenth++) {
  await makeCalls(Math.ceil(calls / 10));
  process.stdout.write(`${started} calls, heap ${heaps.at(-1)?.toFixed(1)} MiB\n`);
}

// Kept connections close a few seconds after their last use.
const kept = ["TCPSocketWrap", "Timeout"];
const left = () => kept.filter((kind) => (resources()[kind] ?? 0) > (before[kind] ?? 0));
for (let wait = 0; wait < 100 && left().length > 0; wait++) await sleep(200);
for (const kind of left())
  problems.push(`${resources()[kind]} ${kind} are left, ${before[kind] ?? 0} before.`);
const listeners = getEventListeners(caller.signal, "abort").length;
if (listeners > 0) problems.push(`${listeners} listeners are left on the signal of the caller.`);
const growth = (heaps.at(-1) ?? 0) - (heaps[0] ?? 0);
if (growth > ALLOWED_GROWTH) problems.push(`The heap grew by ${growth.toFixed(1)} MiB.`);
const ended = [...ends.values()].reduce((total, count) => total + count, 0);
if (ended !== started) problems.push(`${started} calls were started, ${ended} ended.`);

server.send("report");
const injected = (await nextMessage("the server", server)) as Readonly<Record<string, number>>;
server.kill();
printTable({
  title: `${started} calls over real sockets, ${AT_A_TIME} at a time`,
  note: `${Object.values(injected).reduce((total, count) => total + count, 0)} requests met a fault of ${Object.keys(injected).length} kinds; the heap grew by ${growth.toFixed(1)} MiB after the first tenth`,
  columns: ["how a call ended", "calls"],
  rows: [...ends].sort(([, a], [, b]) => b - a).map(([end, count]) => [end, String(count)]),
});
for (const kind of Object.keys(injected)) {
  if (!injected[kind] && calls >= 200_000) problems.push(`No request met the fault "${kind}".`);
}
for (const problem of problems.slice(0, 20)) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
if (values.json) {
  const figures = {
    calls: started,
    atATime: AT_A_TIME,
    ends: Object.fromEntries(ends),
    injected,
    heaps,
    problems,
  };
  writeFileSync(values.json, JSON.stringify(figures));
}
