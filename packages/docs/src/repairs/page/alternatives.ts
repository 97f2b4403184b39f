import type { Root } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";

/** Labels tabs for readers who see all of them instead of only the selected one. */
export function alternatives(page: Root): void {
  for (const tab of selectAll("starlight-tabs [role=tab]", page)) {
    const panel = select(`[aria-labelledby='${tab.properties["id"]}']`, page);
    if (panel) panel.properties["dataLabel"] = textOf(tab).trim();
  }
}
