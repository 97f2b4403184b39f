/** Returns the text of a section, and throws if the file has no such heading. */
export function sectionOf(markdown: string, heading: string): string {
  const [, following] = markdown.split(`\n## ${heading}\n`);
  if (following === undefined) throw new Error(`No section is called ${heading}`);
  return following.split("\n## ")[0] ?? "";
}

/** Returns the first table of a Markdown text, with another head if one is given. */
export function tableIn(markdown: string, ...head: readonly string[]): string {
  const [table = ""] = /(?:^\|.*\|\n?)+/m.exec(markdown) ?? [];
  return head.length > 0 ? table.replace(/^.*/, `| ${head.join(" | ")} |`) : table;
}

/** Returns the first list of a Markdown text. */
export function listIn(markdown: string): string {
  return /(?:^(?:- | {2}).*\n?)+/m.exec(markdown)?.[0] ?? "";
}

/** Returns the code block of a Markdown file that contains a text. */
export function codeBlock(markdown: string, text: string): string {
  const blocks = [...markdown.matchAll(/^```\w*\n(.*?)^```$/gms)].map(([, code = ""]) => code);
  const block = blocks.find((code) => code.includes(text));
  if (!block) throw new Error(`No code block contains ${text}`);
  return block.trimEnd();
}
