import type { Root } from "hast";
import { selectAll } from "hast-util-select";

/** Opens the lists of fields, and lets the keyboard scroll code. */
export function reachableParts(page: Root): void {
  for (const list of selectAll("main .sl-openapi-key details", page)) list.properties["open"] = true;
  for (const code of selectAll("pre[data-language]", page)) code.properties["tabIndex"] = 0;
}
