/** Cells of a line: those of the terminal, else `COLUMNS`, else no limit, because a file has none. */
export function terminalWidth(stream: { readonly isTTY?: boolean; readonly columns?: number }): number {
  const { COLUMNS = "" } = process.env;
  return (stream.isTTY && stream.columns) || Number(/^\d+$/.exec(COLUMNS)?.[0]) || Number.POSITIVE_INFINITY;
}
