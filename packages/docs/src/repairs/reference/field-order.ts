import type { Element, Root } from "hast";
import { matches, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";

/** Starts each field with its type and bounds, as parameters do, and writes the bounds in words. */
export function fieldOrder(page: Root): void {
  for (const description of selectAll(".sl-openapi-key-description", page)) {
    const parts = description.children.filter((part) => part.type === "element");
    const first = parts.findIndex(isFact);
    if (first < 1) continue;
    const end = parts.findIndex((part, index) => index > first && !isFact(part));
    const facts = parts.slice(first, end < 0 ? undefined : end);
    description.children = [...facts, ...parts.filter((part) => !facts.includes(part))];
  }
  for (const tags of selectAll(".sl-openapi-tags", page)) sayBounds(tags);
}

function isFact(part: Element): boolean {
  return matches(".sl-openapi-tags, div:has(> .sl-openapi-type)", part);
}

function sayBounds(tags: Element): void {
  const [least, most] = [">= ", "<= "].map((sign) =>
    selectAll(".sl-openapi-tag", tags).find((tag) => textOf(tag).startsWith(sign)),
  );
  const [from = "", to = ""] = [least, most].map((tag) => (tag ? textOf(tag).slice(3) : ""));
  if (least && most) {
    say(least, from === to ? `exactly ${to}` : `${parseInt(from, 10)} to ${to}`);
    tags.children = tags.children.filter((tag) => tag !== most);
  } else if (least) say(least, `at least ${from}`);
  else if (most) say(most, `at most ${to}`);
}

function say(tag: Element, bounds: string): void {
  const value = bounds.replace(/ 1 properties$/, " 1 property").replace(/ 1 (character|item)s$/, " 1 $1");
  tag.children = [{ type: "text", value }];
}
