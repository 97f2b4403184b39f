/** A statement in a description that does not come from the published page. */
export interface MarkedFact {
  readonly mark: "Later addition" | "Not confirmed";
  /** Path to the statement in the description, without keys that say nothing to a reader. */
  readonly place: string;
  readonly text: string;
}

const SKIPPED = new Set([
  "components",
  "properties",
  "schema",
  "description",
  "get",
  "post",
  "paths",
  "info",
]);

const MARK_ALONE = /^\*\*[^*]+\*\*(?: \([^)]*\))?\.?$/;

/** Lists the statements that a description marks as later additions or as not confirmed. */
export function markedFacts(description: object): readonly MarkedFact[] {
  return [...walk(description, [])];
}

function* walk(value: unknown, path: readonly string[]): Generator<MarkedFact> {
  if (typeof value === "string") {
    if (path.at(-1) === "description" && path[0] !== "info") yield* factsOf(value, path);
  } else if (value !== null && typeof value === "object") {
    for (const [key, part] of Object.entries(value)) {
      yield* walk(part, [...path, path.at(-1) === "servers" ? `\`${part.url}\`` : key]);
    }
  }
}

function* factsOf(description: string, path: readonly string[]): Generator<MarkedFact> {
  const place = path.filter((name) => !SKIPPED.has(name)).join(" › ");
  for (const paragraph of description.split(/\n{2,}/)) {
    // A sentence ends before a capital letter, code or a mark. A mark that stands alone belongs to the next sentence.
    const sentences = paragraph
      .replaceAll(/\s+/g, " ")
      .trim()
      .split(/(?<=[.!?]|[.]\*\*)\s(?=[A-Z`*])/)
      .reduce<string[]>((all, sentence) => {
        const last = all.at(-1) ?? "";
        if (MARK_ALONE.test(last)) all[all.length - 1] = `${last} ${sentence}`;
        else all.push(sentence);
        return all;
      }, []);
    for (const [index, text] of sentences.entries()) {
      if (/\*\*later addition/i.test(text)) yield { mark: "Later addition", place, text };
      // The sentence before often says what is not confirmed.
      const doubt = sentences.slice(Math.max(0, index - 1), index + 1).join(" ");
      if (/\*\*not confirmed/i.test(text)) yield { mark: "Not confirmed", place, text: doubt };
    }
  }
}
