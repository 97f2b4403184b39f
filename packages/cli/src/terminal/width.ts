/** Returns the width of a line: that of the terminal, else `COLUMNS`, else no limit because the output is a file. */
export function terminalWidth(stream: { readonly isTTY?: boolean; readonly columns?: number }): number {
  const { COLUMNS = "" } = process.env;
  return (stream.isTTY && stream.columns) || Number(/^\d+$/.exec(COLUMNS)?.[0]) || Number.POSITIVE_INFINITY;
}
