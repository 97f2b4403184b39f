import Table from "cli-table3";
import { fitColumns } from "./column-fit.ts";
import { createPaint } from "./paint.ts";
import { printable } from "./printable.ts";
import type { Row, RowWriterOptions } from "./row-writer.ts";
import { tell } from "./standard-streams.ts";
import { terminalWidth } from "./terminal-width.ts";

const GAP = "  ";
/** Cells of a text that still tell something. */
const LEAST = 12;
const NO_LINES = Object.fromEntries(
  [
    ...["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"],
    ...["left", "left-mid", "mid", "mid-mid", "right", "right-mid"],
  ].map((name) => [name, ""]),
);

function cellOf(value: unknown): string {
  return value === undefined || value === null || value === "" ? "-" : printable(String(value));
}

/** Loads what knows the width of every character only for texts that need it: it takes longer than the rest. */
async function measureFor(texts: readonly string[]): Promise<(text: string) => number> {
  const isPlain = texts.every((text) => /^[ -~]*$/.test(text));
  return isPlain ? ({ length }) => length : (await import("string-width")).default;
}

/** Renders records as a table that fits the terminal. The property that identifies a record is never cut. */
export async function renderTable(
  rows: readonly Row[],
  { id, columns, tableColumns }: RowWriterOptions,
): Promise<string> {
  if (rows.length === 0) return "";
  const names = columns ?? tableColumns;
  const cells = rows.map((row) => names.map((name) => cellOf(row[name])));
  const measure = await measureFor(cells.flat());
  const widths = names.map((name, index) => {
    const head = measure(name);
    const natural = Math.max(head, ...cells.map((row) => measure(row[index] ?? "")));
    if (name === id) return { natural, least: natural };
    // Columns that were asked for are cut rather than left out.
    return { natural, least: columns ? Math.min(natural, 4) : Math.min(natural, Math.max(head, LEAST)) };
  });
  const fitted = fitColumns(widths, terminalWidth(process.stdout), GAP.length);
  const shown = columns ? widths.map(({ least }, index) => fitted[index] ?? least) : fitted;
  const isCut = shown.some((width, index) => width < (widths[index]?.natural ?? 0));
  const fit = isCut ? (await import("cli-truncate")).default : (text: string) => text;
  const cut = (texts: readonly string[]) => shown.map((width, index) => fit(texts[index] ?? "", width));
  const paint = createPaint(process.stdout);
  const table = new Table({
    chars: { ...NO_LINES, middle: GAP },
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [] },
    head: cut(names).map((name) => paint("bold", name)),
    colAligns: shown.map((_, index) =>
      rows.some((row) => typeof row[names[index] ?? ""] === "number") ? "right" : "left",
    ),
  });
  table.push(...cells.map(cut));
  const hidden = names.slice(shown.length);
  if (hidden.length > 0)
    tell(
      `The terminal is too narrow for ${hidden.join(", ")}: choose with --columns, or see all with --output json.`,
    );
  return `${table.toString().replace(/ +$/gm, "")}\n`;
}
