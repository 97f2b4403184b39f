import type { Root } from "hast";
import { selectAll } from "hast-util-select";

/** Lets the keyboard scroll code. */
export function reachableParts(page: Root): void {
  for (const code of selectAll("pre[data-language]", page)) code.properties["tabIndex"] = 0;
}
