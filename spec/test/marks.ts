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

/** The statements that marks cover, with the name of their mark, such as `Later addition (March 2024)`. */
export function marked(text: string): readonly (readonly [mark: string, statement: string])[] {
  return paragraphs(text).flatMap((paragraph) => {
    const marks = paragraph.match(new RegExp(MARK, "g")) ?? [];
    const [, ...statements] = paragraph.split(MARK);
    return marks.map((mark, index) => [mark.replaceAll(/[*.:]/g, ""), statements[index] ?? ""] as const);
  });
}

/** A text in lower case, without the marks and the addresses of Markdown. */
export const plain = (text: string): string =>
  text.replaceAll(/[`*[\]]|\([^()]*:\/\/[^()]*\)/g, "").toLowerCase();

/** Names and numbers of a sentence: what a fact consists of. */
export const literals = (sentence: string): readonly string[] => [
  ...[...sentence.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code),
  ...(sentence.replaceAll(/`[^`]*`|\([^()]*:\/\/[^()]*\)/g, "").match(/\b\d+\b/g) ?? []),
];
