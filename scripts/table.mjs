// A table for the terminal.

/** @param {readonly (readonly string[])[]} rows The first one is the head. */
export function printTable(rows) {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (/** @type {readonly string[]} */ row) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  process.stdout.write(`\n${rows.map((row) => line(row).trimEnd()).join("\n")}\n\n`);
}
