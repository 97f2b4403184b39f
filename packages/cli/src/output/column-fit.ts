/** Width of a column in terminal cells: `natural` shows every text in full, `minimum` is the least that is useful. */
export interface ColumnWidth {
  readonly natural: number;
  readonly minimum: number;
}

/**
 * Fits columns into a width. Drops the last columns that do not fit with their minimum width, then widens the others up
 * to their natural width, the first ones first. Keeps at least one column.
 */
export function fitColumns(columns: readonly ColumnWidth[], width: number, gap: number): number[] {
  const fitted: number[] = [];
  let left = width;
  for (const { minimum } of columns) {
    const needed = minimum + (fitted.length > 0 ? gap : 0);
    if (fitted.length > 0 && needed > left) break;
    fitted.push(minimum);
    left -= needed;
  }
  return fitted.map((minimum, index) => {
    const more = Math.max(0, Math.min((columns[index]?.natural ?? minimum) - minimum, left));
    left -= more;
    return minimum + more;
  });
}
