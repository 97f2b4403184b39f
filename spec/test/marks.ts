/** A mark, with the date of a later addition. */
export const MARK =
  /\*\*(?:Later addition|Not confirmed|Note)(?:[.:]\*\*|\*\* \((?:January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d\)\.|\*\*(?= [a-z]))/;

/** The paragraphs of a text, without headings. */
function paragraphs(text: string): readonly string[] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "" && !paragraph.startsWith("#"));
}

/** The sentences that no mark covers: a mark holds to the end of its paragraph. */
export function unmarked(text: string): readonly string[] {
  return paragraphs(text).flatMap((paragraph) => {
    const [plain = ""] = paragraph.split(MARK);
    return plain
      .trim()
      .split(/(?<=[.!?])\s+(?=[A-Z`[])/)
      .filter(Boolean);
  });
}

/** What marks cover. */
export function marked(text: string): string {
  return paragraphs(text)
    .map((paragraph) => paragraph.slice(MARK.exec(paragraph)?.index ?? paragraph.length))
    .join("\n");
}
