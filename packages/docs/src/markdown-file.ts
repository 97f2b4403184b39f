/** Rows of the first table of a Markdown file, without its head. */
export function tableRows(markdown: string): readonly (readonly string[])[] {
  const [table = ""] = /(?:^\|.*\|\n?)+/m.exec(markdown) ?? [];
  return table
    .trimEnd()
    .split("\n")
    .slice(2)
    .map((row) => row.slice(2, -2).split(" | "));
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
