// `npm run bench`: the client and the mocks beside others. `--quick` takes two minutes; `--json` names a file for the tables.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkBudgets } from "./budget.ts";
import { clientTables, type Measured } from "./clients/client-tables.ts";
import { mockTables } from "./mocks/mock-tables.ts";
import { printMachine, printTable } from "./report/report.ts";
import type { Table } from "./report/table.ts";
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

printMachine();
const measured = {} as Measured;
const figures = {
  client: await printed(clientTables(quick, measured)),
  mocks: await printed(mockTables(quick)),
  isQuick: quick,
  versions: versions(),
};
if (json) writeFileSync(json, JSON.stringify(figures));
checkBudgets(budgets, measured, "time-budgets.json");
