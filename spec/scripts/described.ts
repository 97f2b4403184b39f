import type { Described, Mark } from "../facts.d.ts";

const BEGINNING = /^\*\*(Later addition|Not confirmed|Note)\b[.:]?\*\*(?: \(([^)]+)\)\.)?/;

/** Turns Markdown into one line of plain text. Marks that are followed by a whole sentence are left out. */
function plain(markdown: string): string {
  return markdown
    .replace(/\*\*(?:Later addition|Note)\.?\*\*(?: \([^)]*\)\.)?/g, "")
    .replace(/\*\*|`/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Derives the facts of a text. */
export function described(description: string): Described {
  const [, name, since] = BEGINNING.exec(description) ?? [];
  return {
    description: description.trim(),
    text: plain(description),
    ...(name && { mark: { name: name as Mark["name"], ...(since && { since }) } }),
  };
}
