/** A column that wants `natural` cells of a terminal, and is of use with `least`. */
export interface ColumnWidth {
  readonly natural: number;
  readonly least: number;
}

/**
 * Fits columns into a width: leaves out the last ones that do not fit with their least width, and gives what is then
 * left to the others, the first ones first. At least one column stays.
 */
export function fitColumns(columns: readonly ColumnWidth[], width: number, gap: number): number[] {
  const fitted: number[] = [];
  let left = width;
  for (const { least } of columns) {
    const needed = least + (fitted.length > 0 ? gap : 0);
    if (fitted.length > 0 && needed > left) break;
    fitted.push(least);
    left -= needed;
  }
  return fitted.map((least, index) => {
    const more = Math.max(0, Math.min((columns[index]?.natural ?? least) - least, left));
    left -= more;
    return least + more;
  });
}
