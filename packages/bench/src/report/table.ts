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

/** Formats a table for a terminal. */
export function formatTable({ title, note, columns, rows }: Table): string {
  const widths = columns.map((name, column) =>
    Math.max(name.length, 3, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const lines = [columns, ...rows].map((cells) => `  ${formatRow(cells, widths, "   ")}`);
  return `${[title, ...lines, `  (${note})`].join("\n")}\n`;
}
