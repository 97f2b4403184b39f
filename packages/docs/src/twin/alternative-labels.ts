import type { Element } from "hast";
import { selectAll } from "hast-util-select";
import { h } from "hastscript";

/** Writes the name of each sample and each tab above it; examples have theirs in their first line. */
export function alternativeLabels(content: Element): void {
  for (const part of selectAll("[data-label]:not([data-openapi-content-type])", content)) {
    part.children.unshift(h("p", h("strong", String(part.properties["dataLabel"]))));
  }
}
