import { posix } from "node:path";
import type { Root } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";

/** Orders pages as the sidebar does, by group. Pages that are not in the sidebar come first. */
export function readingOrder(
  pages: ReadonlyMap<string, Root>,
): readonly { readonly title: string; readonly names: readonly string[] }[] {
  const groups =
    [...pages].map(([name, page]) => groupsOf(page, name)).find(({ length }) => length > 0) ?? [];
  const grouped = new Set(groups.flatMap(({ names }) => names));
  const others = [...pages.keys()].filter((name) => !grouped.has(name));
  return [{ title: "Start", names: others }, ...groups];
}

function groupsOf(page: Root, name: string) {
  return selectAll("nav.sidebar .top-level > li", page).map((group) => ({
    title: textOf(select(".group-label", group) ?? group).trim(),
    names: selectAll("a", group).map(({ properties }) =>
      posix.join(posix.dirname(name), String(properties["href"])),
    ),
  }));
}
