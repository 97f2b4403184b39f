// The load that clients put on a service in trouble: the real client, and models of the policies of others, on a virtual
// clock. `--clients` sets how many programs call (default 10,000), `--json` a file for the figures.
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Piscina } from "piscina";
import { TIMES } from "./outage/experiment.ts";
import { BIN, type Row, type RowFigures } from "./outage/row.ts";
import { troubles } from "./outage/service.ts";
import { printTable } from "./report/report.ts";

const { values } = parseArgs({ options: { clients: { type: "string" }, json: { type: "string" } } });
const clients = Number(values.clients ?? 10_000);

const rowFile = new URL("./outage/row.ts", import.meta.url).href;
const pool = new Piscina<Row, RowFigures>({
  filename: rowFile,
  name: "measureRow",
  maxThreads: availableParallelism(),
});

/** A row of the tables: who calls, and the words for it. */
type Caller = Omit<Row, "trouble"> & { readonly note: string };

const long = (policy: Row["policy"]): Caller => ({ policy, note: "a call every 10 s", clients, period: 10 });
const callers: readonly Caller[] = [
  long("ours"),
  // Ten times the calls of the others, so a tenth of the programs.
  { ...long("ours"), note: "a call a second", clients: Math.ceil(clients / 10), period: 1 },
  { ...long("ours"), note: "a call a minute", period: 60 },
  { ...long("ours"), note: "a new program for each call", isShortLived: true },
  long("withoutBudget"),
  long("aws"),
  long("azure"),
  long("openai"),
];

const measure = async (trouble: Row["trouble"], { note, ...caller }: Caller) => ({
  note,
  ...caller,
  ...(await pool.run({ ...caller, trouble })),
});

/** Rows of each trouble, all of them waiting for a worker. */
const measurements = troubles.map(({ name, title }) => {
  // Tokens are a matter of our client; the models of the others have none.
  const compared = name === "rejected tokens" ? callers.slice(0, 5) : callers;
  return { name, title, measured: Promise.all(compared.map((caller) => measure(name, caller))) };
});
const fewer = Promise.all(
  [clients / 100, clients / 10].map((count) =>
    measure("outage", { ...long("ours"), clients: Math.ceil(count) }),
  ),
);

const results = [];
for (const { name, title, measured } of measurements) {
  const rows = await measured;
  results.push({ name, title, rows });
  printTable({
    title,
    note: "load on the service as multiples of the usual load; trouble lasts five minutes",
    columns: ["client", "first 30 s", "all", "30 s after", "worst second", "sign-ins"],
    rows: rows.map(({ policy, note, first, during, after, peak, signIns }) => [
      `${policy}, ${note}`,
      ...[first, during, after, peak].map((value) => value.toFixed(2)),
      String(signIns),
    ]),
  });
}

const scaling = [...(await fewer), ...results.slice(0, 1).flatMap(({ rows }) => rows.slice(0, 1))];
printTable({
  title: "The same outage with more clients: ours, a call every 10 s",
  note: "each program decides alone, so the multiple does not grow with their number",
  columns: ["clients", "first 30 s", "all"],
  rows: scaling.map(({ clients, first, during }) => [String(clients), first.toFixed(2), during.toFixed(2)]),
});

await pool.close();
if (values.json) {
  writeFileSync(values.json, JSON.stringify({ times: TIMES, bin: BIN, troubles: results, scaling }));
}
