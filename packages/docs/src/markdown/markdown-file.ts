type Row = readonly string[];

/** A table with its heading and the paragraph between them. */
export interface TitledTable {
  readonly title: string;
  readonly text: string;
  readonly head: Row;
  readonly rows: readonly Row[];
}

/** Returns the text of a section, and throws if the file has no such heading. */
export function sectionOf(markdown: string, heading: string): string {
  const [, following] = markdown.split(`\n## ${heading}\n`);
  if (following === undefined) throw new Error(`No section is called ${heading}`);
  return following.split("\n## ")[0] ?? "";
}

function firstTable(markdown: string): readonly [head: Row, ...rows: Row[]] {
  const [table = ""] = /(?:^\|.*\|\n?)+/m.exec(markdown) ?? [];
  const lines = table.trimEnd().split("\n");
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .slice(2, -2)
      .split(" | ")
      .map((cell) => cell.trim().replaceAll("\\|", "|")),
  );
  return [head, ...rows];
}

/** Returns the rows of the first table of a Markdown file, without its head. */
export function tableRows(markdown: string): readonly Row[] {
  return firstTable(markdown).slice(1);
}

/** Returns the tables of a section of a Markdown file, one for each heading in it. */
export function titledTables(markdown: string, section: string): readonly TitledTable[] {
  const [, ...parts] = sectionOf(markdown, section).split("\n### ");
  return parts.map((part) => {
    const [title = "", text = ""] = part.split("\n\n");
    const [head, ...rows] = firstTable(part);
    return { title, text, head, rows };
  });
}

/** Returns the items of the list in a section of a Markdown file, each as one line. */
export function listBelow(markdown: string, heading: string): readonly string[] {
  const [list = ""] = /(?:^(?:- | {2}).*\n?)+/m.exec(sectionOf(markdown, heading)) ?? [];
  return list
    .split(/^- /m)
    .map((item) => item.replaceAll(/\s+/g, " ").trim())
    .filter(Boolean);
}

/** Returns the code block of a Markdown file that contains a text. */
export function codeBlock(markdown: string, text: string): string {
  const blocks = [...markdown.matchAll(/^```\w*\n(.*?)^```$/gms)].map(([, code = ""]) => code);
  const block = blocks.find((code) => code.includes(text));
  if (!block) throw new Error(`No code block contains ${text}`);
  return block.trimEnd();
}
