import { notify } from "../process/streams.ts";
import { createPaint } from "../terminal/colours.ts";
import { printable } from "../terminal/printable.ts";
import { terminalWidth } from "../terminal/width.ts";
import { fitColumns } from "./column-fit.ts";
import type { Row, RowProperties } from "./row.ts";

const GAP = "  ";
/** Cells that a truncated text needs to be useful. */
const MINIMUM = 12;

function cellOf(value: unknown): string {
  return value === undefined || value === null || value === "" ? "-" : printable(String(value));
}

/** Returns what measures texts in terminal cells. Loads string-width, the slowest import, only if they need it. */
async function measureFor(texts: readonly string[]): Promise<(text: string) => number> {
  const isPlain = texts.every((text) => /^[ -~]*$/.test(text));
  return isPlain ? ({ length }) => length : (await import("string-width")).default;
}

/** Renders records as a table that fits the terminal. The property that identifies a record is never truncated. */
export async function renderTable(
  rows: readonly Row[],
  { id, columns, tableColumns }: RowProperties,
): Promise<string> {
  if (rows.length === 0) return "";
  const names = columns ?? tableColumns;
  const cells = rows.map((row) => names.map((name) => cellOf(row[name])));
  const measure = await measureFor(cells.flat());
  const widths = names.map((name, index) => {
    const head = measure(name);
    const natural = Math.max(head, ...cells.map((row) => measure(row[index] ?? "")));
    if (name === id) return { natural, minimum: natural };
    // Columns that the user chose are truncated rather than dropped.
    return { natural, minimum: Math.min(natural, columns ? 4 : Math.max(head, MINIMUM)) };
  });
  const fitted = fitColumns(widths, terminalWidth(process.stdout), GAP.length);
  const shown = columns ? widths.map(({ minimum }, index) => fitted[index] ?? minimum) : fitted;
  const isTruncated = shown.some((width, index) => width < (widths[index]?.natural ?? 0));
  const truncate = isTruncated ? (await import("cli-truncate")).default : (text: string) => text;
  const isNumeric = names.map((name) => rows.some((row) => typeof row[name] === "number"));
  function line(texts: readonly string[], style = (text: string) => text): string {
    const padded = shown.map((width, index) => {
      const text = truncate(texts[index] ?? "", width);
      const padding = " ".repeat(width - measure(text));
      return isNumeric[index] ? padding + style(text) : style(text) + padding;
    });
    return `${padded.join(GAP).replace(/ +$/, "")}\n`;
  }
  const hidden = names.slice(shown.length);
  if (hidden.length > 0)
    notify(
      `Hidden because the terminal is too narrow: ${hidden.join(", ")}. Choose columns with --columns, or use --output json.`,
    );
  const paint = createPaint(process.stdout);
  return line(names, (name) => paint("bold", name)) + cells.map((texts) => line(texts)).join("");
}
