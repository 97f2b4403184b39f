// Measures the built mock server beside Prism alone; run `node bench/server.ts` after a build.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";

const STARTS = 9;
const ROUNDS = 40;
const REQUESTS = 50;
const FETCHES = 4000;
const TARGETS = { laterMs: 100, overhead: 1.1, readyMs: 5, fetchUs: 40, throughput: 20 };

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  /** Milliseconds from the start of the process until it listens. */
  readonly startTime: number;
}

async function start(name: string): Promise<Started> {
  const child = fork(fileURLToPath(new URL(`${name}.ts`, import.meta.url)));
  const [{ url, startTime }] = await once(child, "message");
  return { child, url, startTime };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

async function measureStarts(name: string): Promise<number> {
  const { child, startTime } = await start(name);
  child.kill();
  await once(child, "exit");
  return startTime;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Milliseconds a request of a round, one after the other over one connection. */
async function measureRequests(url: string): Promise<number> {
  const headers = { "X-Auth-Token": "not-a-real-token" };
  const began = performance.now();
  for (let count = 0; count < REQUESTS; count += 1) {
    await new Promise((resolve, reject) => {
      get(`${url}/v2/p/images?limit=4`, { agent, headers }, (response) => {
        response.resume().on("end", resolve);
      }).on("error", reject);
    });
  }
  return (performance.now() - began) / REQUESTS;
}

const imported = performance.now();
const { createImages, createMock } = await import("@workspace-images/mock");
const created = performance.now();
createMock();
const readyMs = performance.now() - created;

async function measureFetch(): Promise<number> {
  const mock = createMock({ images: createImages(50) });
  const headers = { "X-Auth-Token": "not-a-real-token" };
  const began = performance.now();
  for (let count = 0; count < FETCHES; count += 1) {
    await (await mock.fetch(`${mock.url}/v2/p/images?limit=10`, { headers })).text();
  }
  return ((performance.now() - began) * 1000) / FETCHES;
}

const starts = { alone: [] as number[], ours: [] as number[] };
for (let count = 0; count < STARTS; count += 1) {
  starts.alone.push(await measureStarts("prism-alone"));
  starts.ours.push(await measureStarts("mock-server"));
}

const alone = await start("prism-alone");
const ours = await start("mock-server");
const times = { alone: [] as number[], ours: [] as number[], ratio: [] as number[] };
for (let round = -10; round < ROUNDS; round += 1) {
  const [one, other] = [await measureRequests(alone.url), await measureRequests(ours.url)];
  if (round < 0) continue; // Warms both up.
  times.alone.push(one);
  times.ours.push(other);
  times.ratio.push(other / one);
}
alone.child.kill();
ours.child.kill();
agent.destroy();

const fetches = [];
for (let round = 0; round < 6; round += 1) fetches.push(await measureFetch());
const fetchUs = median(fetches.slice(1));
const later = median(starts.ours) - median(starts.alone);
const throughput = (median(times.alone) * 1000) / fetchUs;

const rows = [
  ["", "Prism alone", "mock server", "difference", "target"],
  [
    "start, ms",
    median(starts.alone).toFixed(0),
    median(starts.ours).toFixed(0),
    `${later < 0 ? "" : "+"}${later.toFixed(0)} ms`,
    `+${TARGETS.laterMs} ms`,
  ],
  [
    "a request over HTTP, ms",
    median(times.alone).toFixed(3),
    median(times.ours).toFixed(3),
    `× ${median(times.ratio).toFixed(2)}`,
    `× ${TARGETS.overhead}`,
  ],
  ["", "", "mock.fetch", "", ""],
  ["import, ms", "", (created - imported).toFixed(1), "", ""],
  ["ready after import, ms", "", readyMs.toFixed(2), "", `${TARGETS.readyMs}`],
  ["a page of 10 images, µs", "", fetchUs.toFixed(1), "", `${TARGETS.fetchUs}`],
  ["requests in the time of one of Prism", "", throughput.toFixed(0), "", `${TARGETS.throughput}`],
];
const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
for (const row of rows) {
  const [name = "", ...cells] = row.map((cell, column) =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
  );
  process.stdout.write(`${[name, ...cells].join("   ").trimEnd()}\n`);
}
const load = loadavg().map((value) => value.toFixed(1));
process.stdout.write(
  `Medians on Node.js ${process.version}; load ${load.join(", ")}. Not measured: Steady.\n`,
);
