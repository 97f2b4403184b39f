import type { Root } from "hast";
import { selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";

const ROLES = [
  ["table", "table"],
  ["thead, tbody", "rowgroup"],
  ["tr", "row"],
  ["th", "columnheader"],
  ["td", "cell"],
] as const;

/**
 * Prepares tables for narrow windows, where the style sheet shows rows as blocks. Each cell gets the name of its column,
 * and each part its role, because browsers may not expose a table that is shown as blocks as a table.
 */
export function narrowTables(page: Root): void {
  for (const table of selectAll(".sl-markdown-content table:has(th)", page)) {
    const names = selectAll("th", table).map(textOf);
    for (const row of selectAll("tbody tr", table)) {
      selectAll("td", row).forEach((cell, index) => {
        cell.properties["dataColumn"] = names[index];
      });
    }
    for (const [part, role] of ROLES) {
      for (const { properties } of selectAll(part, table)) properties["role"] = role;
    }
    Object.assign(table, h("div.table-frame", { ...table }));
  }
}
