/** What a description says about the origin of a fact. */
export interface Mark {
  readonly name: string;
  /** Month in which it was added, such as `March 2024`. */
  readonly since?: string;
}

/** Names a mark with its month, such as `Later addition, January 2026`. */
export function nameOf({ name, since }: Mark): string {
  return since ? `${name}, ${since}` : name;
}

/** A text, and the mark that holds for all of it. */
export interface MarkedText {
  readonly text: string;
  readonly mark?: Mark;
}

const BEGINNING = /^\*\*(Later addition|Not confirmed|Note)\.?\*\*(?: \(([^)]+)\))?(?:(?<=\.\*\*)|\.)\s+/;

/** Separates the mark at the beginning of a text from the text. A mark within a sentence stays. */
export function markedText(description: string): MarkedText {
  const [beginning = "", name, since] = BEGINNING.exec(description) ?? [];
  const text = description.slice(beginning.length).trim();
  return name && name !== "Note" ? { text, mark: { name, ...(since && { since }) } } : { text };
}
