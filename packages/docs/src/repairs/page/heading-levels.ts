import type { Root } from "hast";
import { select } from "hast-util-select";
import { visit } from "unist-util-visit";

/** Raises headings that skip a level, so that each is one level below its parent heading. */
export function headingLevels(page: Root): void {
  /** Original levels of the possible parents of the next heading. */
  const above: number[] = [];
  visit(select("main", page) ?? page, "element", (heading) => {
    const [, digit] = /^h([1-6])$/.exec(heading.tagName) ?? [];
    if (digit === undefined) return;
    const given = Number(digit);
    while ((above.at(-1) ?? 0) >= given) above.pop();
    above.push(given);
    heading.tagName = `h${above.length}`;
  });
}
