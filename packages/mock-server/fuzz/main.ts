// `npm run fuzz`, with `-- --requests 100000 --seed 7` for another run. `--json` names a file for the figures.
import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { fuzz } from "./fuzz.ts";

const options = {
  json: { type: "string" },
  requests: { type: "string", default: "24000" },
  seed: { type: "string", default: "1" },
} as const;
const { values } = parseArgs({ options });
const seed = Number(values.seed);
const rounds = 6;
const requests = Math.ceil(Number(values.requests) / rounds);
// Of the heap between the first round, which fills all caches, and the last.
const allowedGrowth = 8;

const print = (line: string) => process.stdout.write(`${line}\n`);
const server = fork(fileURLToPath(new URL("server.ts", import.meta.url)), { execArgv: ["--expose-gc"] });
const ended = once(server, "exit").then(([code, signal]) => {
  throw new Error(`The server ended with ${signal ?? `status ${code}`}.`);
});
ended.catch(() => {});
async function receive<T>(): Promise<T> {
  const [message] = await Promise.race([once(server, "message"), ended]);
  return message;
}

const { url } = await receive<{ url: string }>();
const heaps: number[] = [];
const total: Record<string, number> = {};
try {
  for (let round = 0; round < rounds; round += 1) {
    const statuses = await Promise.race([fuzz(url, { requests, seed: seed + round }), ended]);
    server.send("heap");
    const { heap } = await receive<{ heap: number }>();
    heaps.push(heap / 2 ** 20);
    for (const [status, count] of statuses) total[status] = (total[status] ?? 0) + count;
    const counts = [...statuses].sort().map(([status, count]) => `${status}: ${count}`);
    print(`seed ${seed + round}, heap ${heaps.at(-1)?.toFixed(1)} MiB, responses ${counts.join(", ")}`);
  }
  const growth = (heaps.at(-1) ?? 0) - (heaps[0] ?? 0);
  if (growth > allowedGrowth) throw new Error(`The heap grew by ${growth.toFixed(1)} MiB.`);
  print(
    `${rounds * requests} requests: no crash, no unasked 5xx, every rejection in the shape of the service.`,
  );
  print(`The heap grew by ${growth.toFixed(1)} MiB after the first ${requests}.`);
  if (values.json) {
    const figures = { requests: rounds * requests, seed, statuses: total, growth };
    writeFileSync(values.json, JSON.stringify(figures));
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
} finally {
  server.kill();
}
