// The load that clients put on a service in trouble: the real client, and models of the policies of others, on a virtual
// clock. `--clients` sets how many programs call (default 10,000), `--json` a file for the figures.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Callers, measureLoad, summarize, TIMES } from "./outage/experiment.ts";
import { aws, azure, openai } from "./outage/policies/modelled.ts";
import { ours, withoutBudget } from "./outage/policies/ours.ts";
import type { Policy } from "./outage/policies/policy.ts";
import { type Trouble, troubles } from "./outage/service.ts";
import { printTable } from "./report/report.ts";

const { values } = parseArgs({ options: { clients: { type: "string" }, json: { type: "string" } } });
const clients = Number(values.clients ?? 10_000);

/** Seconds of a bin of the series that the plots show. */
const BIN = 5;

interface Row {
  readonly policy: Policy;
  readonly callers: Callers;
  readonly note: string;
}

const long = (policy: Policy): Row => ({
  policy,
  callers: { clients, period: 10 },
  note: "a call every 10 s",
});
const rows: readonly Row[] = [
  long(ours),
  // Ten times the calls of the others, so a tenth of the programs.
  { policy: ours, callers: { clients: Math.ceil(clients / 10), period: 1 }, note: "a call a second" },
  { policy: ours, callers: { clients, period: 60 }, note: "a call a minute" },
  { policy: ours, callers: { clients, period: 10, isShortLived: true }, note: "a new program for each call" },
  long(withoutBudget),
  long(aws),
  long(azure),
  long(openai),
];

/** Requests per second in each bin, as multiples of the load without trouble. */
function toSeries(requests: readonly number[], { clients, period }: Callers): number[] {
  const bins: number[] = [];
  for (let second = 0; second < TIMES.stop; second += BIN) {
    const counts = Array.from({ length: BIN }, (_, offset) => requests[second + offset] ?? 0);
    const mean = counts.reduce((total, count) => total + count, 0) / BIN;
    bins.push(Number(((mean * period) / clients).toFixed(3)));
  }
  return bins;
}

async function measure({ policy, callers, note }: Row, trouble: Trouble) {
  const load = await measureLoad(policy, trouble, callers);
  const figures = summarize(load, callers);
  return { policy: policy.name, note, ...callers, ...figures, series: toSeries(load.requests, callers) };
}

const results = [];
for (const trouble of troubles) {
  // Tokens are a matter of our client; the models of the others have none.
  const compared = trouble.name === "rejected tokens" ? rows.slice(0, 5) : rows;
  const measured = [];
  for (const row of compared) measured.push(await measure(row, trouble));
  results.push({ name: trouble.name, title: trouble.title, rows: measured });
  printTable({
    title: trouble.title,
    note: "load on the service as multiples of the usual load; trouble lasts five minutes",
    columns: ["client", "first 30 s", "all", "30 s after", "worst second", "sign-ins"],
    rows: measured.map(({ policy, note, first, during, after, peak, signIns }) => [
      `${policy}, ${note}`,
      ...[first, during, after, peak].map((value) => value.toFixed(2)),
      String(signIns),
    ]),
  });
}

const scaling = [];
for (const count of [clients / 100, clients / 10, clients]) {
  const callers = { clients: Math.ceil(count), period: 10 };
  scaling.push({ ...callers, ...summarize(await measureLoad(ours, troubles[0], callers), callers) });
}
printTable({
  title: "The same outage with more clients: ours, a call every 10 s",
  note: "each program decides alone, so the multiple does not grow with their number",
  columns: ["clients", "first 30 s", "all"],
  rows: scaling.map(({ clients, first, during }) => [String(clients), first.toFixed(2), during.toFixed(2)]),
});

if (values.json) {
  writeFileSync(values.json, JSON.stringify({ times: TIMES, bin: BIN, troubles: results, scaling }));
}
