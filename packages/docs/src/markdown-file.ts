type Row = readonly string[];

/** A table below a heading and a text of its own. */
export interface TitledTable {
  readonly title: string;
  readonly text: string;
  readonly head: Row;
  readonly rows: readonly Row[];
}

function firstTable(markdown: string): readonly [head: Row, ...rows: Row[]] {
  const [table = ""] = /(?:^\|.*\|\n?)+/m.exec(markdown) ?? [];
  const lines = table.trimEnd().split("\n");
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .slice(2, -2)
      .split(" | ")
      .map((cell) => cell.trim()),
  );
  return [head, ...rows];
}

/** Rows of the first table of a Markdown file, without its head. */
export function tableRows(markdown: string): readonly Row[] {
  return firstTable(markdown).slice(1);
}

/** Tables of a section of a Markdown file that have a heading each. */
export function titledTables(markdown: string, section: string): readonly TitledTable[] {
  const [, following = ""] = markdown.split(`\n## ${section}\n`);
  const [, ...parts] = (following.split("\n## ")[0] ?? "").split("\n### ");
  return parts.map((part) => {
    const [title = "", text = ""] = part.split("\n\n");
    const [head, ...rows] = firstTable(part);
    return { title, text, head, rows };
  });
}

/** Items of the list below a heading of a Markdown file, each as one line. */
export function listBelow(markdown: string, heading: string): readonly string[] {
  const [, section = ""] = markdown.split(`\n## ${heading}\n`);
  const [list = ""] = /(?:^(?:- | {2}).*\n?)+/m.exec(section.split("\n## ")[0] ?? "") ?? [];
  return list
    .split(/^- /m)
    .map((item) => item.replaceAll(/\s+/g, " ").trim())
    .filter(Boolean);
}

/** The code block of a Markdown file that contains a text. */
export function codeBlock(markdown: string, text: string): string {
  const blocks = [...markdown.matchAll(/^```\w*\n(.*?)^```$/gms)].map(([, code = ""]) => code);
  const block = blocks.find((code) => code.includes(text));
  if (!block) throw new Error(`No code block contains ${text}`);
  return block.trimEnd();
}
