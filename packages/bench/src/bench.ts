// `npm run bench`: the client, the mocks, the command line and the site, beside others where there are any. `--quick` takes
// a few minutes; `--json` names a file for the tables.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkBudgets } from "./budget.ts";
import { clientTables, type MeasuredClient } from "./clients/client-tables.ts";
import { commandTables, type MeasuredCommands } from "./command-line/command-tables.ts";
import { mockTables } from "./mocks/mock-tables.ts";
import { printMachine, printTable } from "./report/report.ts";
import type { Table } from "./report/table.ts";
import { type MeasuredSite, siteTables } from "./site/site-tables.ts";
import budgets from "./time-budgets.json" with { type: "json" };

const options = { quick: { type: "boolean", default: false }, json: { type: "string" } } as const;
const { quick, json } = parseArgs({ options }).values;

/** Prints tables as soon as they are measured. */
async function printed(tables: AsyncGenerator<Table>): Promise<Table[]> {
  const all: Table[] = [];
  for await (const table of tables) {
    printTable(table);
    all.push(table);
  }
  return all;
}

/** Versions of the tools that take part, as package.json names them. */
function versions(): Readonly<Record<string, string>> {
  const own = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const pinned = Object.entries<string>(own.devDependencies).filter(([, version]) => /^\d/.test(version));
  return Object.fromEntries(pinned);
}

/** The ratios of the latest recorded run, which the messages of the budgets name. */
function recordedRatios(): Readonly<Record<string, number>> | undefined {
  const file = new URL("../../docs/evidence/bench.json", import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).figures.ratios : undefined;
}

const before = recordedRatios();
printMachine();
const ratios = {} as MeasuredClient & MeasuredCommands & MeasuredSite;
const figures = {
  client: await printed(clientTables(quick, ratios)),
  mocks: await printed(mockTables(quick)),
  commandLine: await printed(commandTables(quick, ratios)),
  site: await printed(siteTables(quick, ratios)),
  ratios,
  isQuick: quick,
  versions: versions(),
};
if (json) writeFileSync(json, JSON.stringify(figures));
checkBudgets(budgets, ratios, "time-budgets.json", before);
