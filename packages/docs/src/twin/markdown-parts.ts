/** Writes inline code. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** Writes a block of code. */
export function fenced(lang: string, text: string): string {
  return `\`\`\`${lang}\n${text}\n\`\`\``;
}

/** Writes a list, an item a line. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** Writes a table, without the columns in which no row has anything; nothing if there are no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const columns = [...head.keys()].filter((column) => rows.some((row) => row[column]));
  const line = (cells: readonly string[]) =>
    `| ${columns.map((column) => cell(cells[column])).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function cell(text = ""): string {
  return text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|").trim();
}
