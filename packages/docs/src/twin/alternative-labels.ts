import type { Element } from "hast";
import { selectAll } from "hast-util-select";
import { h } from "hastscript";

/** Writes the name of each tab above it. */
export function alternativeLabels(content: Element): void {
  for (const part of selectAll("[data-label]", content)) {
    part.children.unshift(h("p", h("strong", String(part.properties["dataLabel"]))));
  }
}
