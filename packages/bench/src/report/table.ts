/** A table with a title and a note. */
export interface Table {
  readonly title: string;
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function formatRow(cells: readonly string[], widths: readonly number[], separator: string): string {
  // The first column is text, all others are numbers.
  const padded = widths.map((width, column) => {
    const cell = cells[column] ?? "";
    return column === 0 ? cell.padEnd(width) : cell.padStart(width);
  });
  return padded.join(separator);
}

/** Formats a table for a terminal, or as Markdown. */
export function formatTable({ title, note, columns, rows }: Table, style: "text" | "markdown"): string {
  const widths = columns.map((name, column) =>
    Math.max(name.length, 3, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  if (style === "text") {
    const lines = [columns, ...rows].map((cells) => `  ${formatRow(cells, widths, "   ")}`);
    return `${[title, ...lines, `  (${note})`].join("\n")}\n`;
  }
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  const lines = [columns, rule, ...rows].map((cells) => `| ${formatRow(cells, widths, " | ")} |`);
  return `${[`### ${title}`, "", note, "", ...lines].join("\n")}\n`;
}
