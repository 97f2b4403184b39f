import type { Root } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";

/** Labels samples, examples and tabs for readers who see all of them instead of only the selected one. */
export function alternatives(page: Root): void {
  for (const option of selectAll("sl-openapi-snippet-picker option", page)) {
    const sample = select(`[data-openapi-snippet-id='${option.properties["value"]}']`, page);
    if (sample) sample.properties["dataLabel"] = textOf(option).trim();
  }
  for (const picker of selectAll("starlight-openapi-content-picker", page)) {
    if (!picker.children.some((child) => "tagName" in child && child.tagName === "label")) continue;
    for (const panel of picker.children) {
      if (panel.type !== "element" || panel.properties["role"] !== "tabpanel") continue;
      panel.properties["dataLabel"] = panel.properties["dataOpenapiContentType"];
    }
  }
  for (const tab of selectAll("starlight-tabs [role=tab]", page)) {
    const panel = select(`[aria-labelledby='${tab.properties["id"]}']`, page);
    if (panel) panel.properties["dataLabel"] = textOf(tab).trim();
  }
}
