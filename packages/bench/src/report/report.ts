import { cpus, loadavg } from "node:os";
import { formatTable, type Table } from "./table.ts";

/** Prints the machine and its load, without which no time can be judged. */
export function printMachine(): void {
  const machine = `Node.js ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores`;
  const load = loadavg().map((value) => value.toFixed(1));
  process.stdout.write(
    `${machine}; load averages (1, 5, 15 minutes) before the start: ${load.join(", ")}\n\n`,
  );
}

/** Prints a table. */
export function printTable(table: Table): void {
  process.stdout.write(`${formatTable(table)}\n`);
}
