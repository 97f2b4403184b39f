/** Returns the indexes of the columns that fit into a line in full, the first ones first, and in any case the first two. */
export function fitColumns(widths: readonly number[], line: number, gap: number): number[] {
  let left = line;
  return [...widths.keys()].filter((index) => {
    const needed = (widths[index] ?? 0) + (index > 0 ? gap : 0);
    const fits = index < 2 || needed <= left;
    if (fits) left -= needed;
    return fits;
  });
}

/** Width of a column in terminal cells: `natural` shows every text in one line, `minimum` is the least that is useful. */
export interface ColumnWidth {
  readonly natural: number;
  readonly minimum: number;
}

/** Shares a width among columns: beyond its minimum, each gets what it needs, or an equal part of what others leave. */
export function shareWidth(columns: readonly ColumnWidth[], available: number): number[] {
  const wishes = columns.map(({ natural, minimum }) => natural - minimum);
  const smallestFirst = [...wishes.entries()].sort(([, a], [, b]) => a - b);
  const widths = columns.map(({ minimum }) => minimum);
  let left = Math.max(0, available - widths.reduce((sum, width) => sum + width, 0));
  for (const [position, [index, wish]] of smallestFirst.entries()) {
    const more = Math.min(wish, Math.floor(left / (columns.length - position)));
    widths[index] = (widths[index] ?? 0) + more;
    left -= more;
  }
  return widths;
}
