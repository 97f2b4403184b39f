import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { selectAll } from "hast-util-select";
import { inlineMarkdown } from "../../markdown/inline-markdown.ts";

/** Renders the Markdown in summaries and server descriptions, which the theme shows as source text. */
export function inlineMarks(page: Root): void {
  for (const text of selectAll(".sl-openapi-text, .sl-openapi-operation-url label", page)) {
    text.children = text.children.flatMap((part) =>
      part.type === "text" ? fromHtml(inlineMarkdown(part.value), { fragment: true }).children : [part],
    ) as typeof text.children;
  }
}
