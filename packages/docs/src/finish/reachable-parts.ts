import type { Root } from "hast";
import { select, selectAll } from "hast-util-select";

/** Opens the lists of fields, lets the keyboard scroll code, and takes the shortcut out of the name of the search button. */
export function reachableParts(page: Root): void {
  for (const list of selectAll("main .sl-openapi-key details", page)) list.properties["open"] = true;
  for (const code of selectAll("pre[data-language]", page)) code.properties["tabIndex"] = 0;
  const search = select("button[data-open-modal]", page);
  // The style sheet shows the shortcut instead.
  if (search)
    search.children = search.children.filter((part) => !("tagName" in part && part.tagName === "kbd"));
}
