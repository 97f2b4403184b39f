import type { Element, Root } from "hast";
import { selectAll } from "hast-util-select";

/** Names that only the style sheet separates from the text before them. */
const NAMES = "th, .sl-openapi-request-body-required, .sl-openapi-content-picker-select-value";

/** Puts a space before these names, so that the search and copied text do not join two words. */
export function spacedNames(page: Root): void {
  for (const parent of selectAll("main :is(tr, h2, .sl-openapi-content-picker-select)", page)) {
    const names: readonly unknown[] = selectAll(NAMES, parent);
    parent.children = parent.children.flatMap((child): Element["children"] =>
      names.includes(child) ? [{ type: "text", value: " " }, child] : [child],
    );
  }
}
