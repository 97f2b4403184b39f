import type { Element } from "hast";
import { selectAll } from "hast-util-select";
import { h } from "hastscript";

/** Writes the name of each sample and tab above it. Examples already have their name in the first line. */
export function alternativeLabels(content: Element): void {
  for (const part of selectAll("[data-label]:not([data-openapi-content-type])", content)) {
    part.children.unshift(h("p", h("strong", String(part.properties["dataLabel"]))));
  }
}
