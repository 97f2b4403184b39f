import type { Element, ElementContent, Root } from "hast";
import { select } from "hast-util-select";

const TAGS = new Set(["button", "footer", "form", "link", "script", "select", "style", "svg", "template"]);
// Of two pictures, one for each theme, the light one stays.
const CLASSES = new Set(["field-link", "light:sl-hidden", "sl-anchor-link", "sr-only"]);

/** Returns the content of a page: its main part without navigation, anchor links, forms and buttons. */
export function pageContent(page: Root): Element {
  const main = select("main", page);
  if (!main) throw new Error("The page has no main part");
  return { ...main, children: structuredClone(main.children).flatMap(kept) };
}

function kept(node: ElementContent): ElementContent[] {
  if (node.type !== "element") return [node];
  const { tagName, properties, children } = node;
  const { className, hidden, dataLabel, role } = properties;
  const isControl =
    TAGS.has(tagName) || role === "tablist" || [className].flat().some((name) => CLASSES.has(String(name)));
  // A hidden part with a label is an alternative that is not selected.
  if (isControl || (hidden && !dataLabel)) return [];
  return [{ ...node, children: children.flatMap(kept) }];
}
