/** A section of a text. */
export interface Note {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Separates the beginning of a text from its sections. */
export function notesOf(description: string): { readonly lead: string; readonly notes: readonly Note[] } {
  const [lead = "", ...sections] = description.split(/^#+ /m);
  const notes = sections.map((section) => {
    const [title = "", ...text] = section.split("\n");
    return { id: idOf(title), title, text: text.join("\n").trim() };
  });
  return { lead: lead.trim(), notes };
}

function idOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, "")
    .trim()
    .replaceAll(/\s+/g, "-");
}
