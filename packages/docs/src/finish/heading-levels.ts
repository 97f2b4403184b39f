import type { Root } from "hast";
import { select } from "hast-util-select";
import { visit } from "unist-util-visit";

/** Lowers headings that skip a level, so that each is at most one level below the one before it. */
export function headingLevels(page: Root): void {
  let last = 0;
  visit(select("main", page) ?? page, "element", (heading) => {
    const [, level] = /^h([1-6])$/.exec(heading.tagName) ?? [];
    if (level === undefined) return;
    last = Math.min(Number(level), last + 1);
    heading.tagName = `h${last}`;
  });
}
