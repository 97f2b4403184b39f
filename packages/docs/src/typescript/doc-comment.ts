import ts from "typescript";

/** The content of a doc comment, as Markdown that may contain `{@link Name}`. */
export interface DocComment {
  readonly text: string;
  /** One text for each `@throws`. */
  readonly throws: readonly string[];
  readonly examples: readonly string[];
}

/** Reads the doc comment of a symbol. Generated types have their text in `@description`. */
export function docComment(symbol: ts.Symbol, checker: ts.TypeChecker): DocComment {
  const tags = symbol.getJsDocTags(checker);
  const textsOf = (name: string) =>
    tags.filter((tag) => tag.name === name).map(({ text }) => ts.displayPartsToString(text).trim());
  const [description = ts.displayPartsToString(symbol.getDocumentationComment(checker))] =
    textsOf("description");
  const parameters = textsOf("param").map((text) => text.replace(/^(\w+)\s+(?:- )?/, "`$1`: "));
  return {
    text: [description.trim(), ...parameters].filter(Boolean).join("\n\n"),
    throws: textsOf("throws"),
    examples: textsOf("example"),
  };
}

/** Returns the comment at the top of a file, which describes the file as a whole. */
export function packageDocumentation(file: ts.SourceFile): string {
  const [, comment = ""] = /^\s*\/\*\*((?:(?!\*\/)[\s\S])*?)\s*@packageDocumentation/.exec(file.text) ?? [];
  return comment.replaceAll(/^\s*\* ?/gm, "").trim();
}
