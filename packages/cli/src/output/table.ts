import { notify, print } from "../process/streams.ts";
import { createPaint } from "../terminal/colours.ts";
import { printable } from "../terminal/printable.ts";
import { terminalWidth } from "../terminal/width.ts";
import { cellText } from "./cell.ts";
import { type ColumnWidth, fitColumns, shareWidth } from "./column-fit.ts";
import type { Row, RowProperties } from "./row.ts";

const GAP = "  ";
/** Width of the narrowest column whose texts continue on the next line. */
const MINIMUM = 8;
/** Width of the longest ID on one line, and of the longest line in a file. Every line is padded to the longest text. */
const LONGEST_ID = 200;
const LONGEST_LINE = 10_000;

/** Returns what measures texts in terminal cells. Loads string-width, the slowest import, only if they need it. */
async function measureFor(texts: readonly string[]): Promise<(text: string) => number> {
  const isPlain = texts.every((text) => /^[ -~]*$/.test(text));
  return isPlain ? ({ length }) => length : (await import("string-width")).default;
}

/** Returns what breaks a text into lines. Loads wrap-ansi only if a text needs it. */
async function breakerFor(columns: readonly ColumnWidth[], widths: readonly number[]) {
  if (columns.every(({ natural }, index) => natural === widths[index])) return (text: string) => [text];
  const { default: wrap } = await import("wrap-ansi");
  return (text: string, width: number) => wrap(text, width, { hard: true, trim: false }).split("\n");
}

/**
 * Writes records as a table that fits the terminal. Drops columns that do not fit, unless the user chose them. No text is
 * cut: if the remaining columns are too wide, texts continue on the next line, except the property that identifies a record.
 */
export async function writeTable(
  rows: readonly Row[],
  { id, columns, tableColumns }: RowProperties,
): Promise<void> {
  if (rows.length === 0) return;
  const all = columns ?? tableColumns;
  const textOf = (row: Row, name: string) => printable(cellText(row[name])) || "-";
  const measure = await measureFor(rows.flatMap((row) => all.map((name) => textOf(row, name))));
  const needed = all.map((name) => Math.max(name.length, ...rows.map((row) => measure(textOf(row, name)))));
  const line = Math.min(terminalWidth(process.stdout), LONGEST_LINE);
  const shown = columns ? [...all.keys()] : fitColumns(needed, line, GAP.length);
  const names = shown.map((index) => all[index] ?? "");
  const columnWidths = shown.map((index) => {
    const natural = needed[index] ?? 0;
    const head = all[index] ?? "";
    const minimum = Math.min(natural, head === id ? LONGEST_ID : Math.max(MINIMUM, head.length));
    return { natural, minimum };
  });
  const widths = shareWidth(columnWidths, line - GAP.length * (names.length - 1));
  const breakText = await breakerFor(columnWidths, widths);
  const isNumeric = names.map((name) => rows.some((row) => typeof row[name] === "number"));

  function record(texts: readonly string[], style = (text: string) => text): string {
    const cells = texts.map((text, index) => breakText(text, widths[index] ?? 0));
    const height = Math.max(...cells.map(({ length }) => length));
    const lines = Array.from({ length: height }, (_, number) => {
      const padded = cells.map((parts, index) => {
        const text = parts[number] ?? "";
        const padding = " ".repeat(Math.max(0, (widths[index] ?? 0) - measure(text)));
        return isNumeric[index] ? padding + style(text) : style(text) + padding;
      });
      return `${padded.join(GAP).trimEnd()}\n`;
    });
    return lines.join("");
  }
  const paint = createPaint(process.stdout);
  const body = rows.map((row) => record(names.map((name) => textOf(row, name))));
  await print(record(names, (name) => paint("bold", name)) + body.join(""));
  const hidden = all.filter((name) => !names.includes(name));
  if (hidden.length > 0)
    notify(
      `Hidden because the terminal is too narrow: ${hidden.join(", ")}. Choose columns with --columns, or use --output json.`,
    );
}
