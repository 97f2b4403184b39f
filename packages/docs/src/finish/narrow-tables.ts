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
 * Makes tables ready for a narrow window, in which the style sheet turns rows into blocks: cells carry the name of their
 * column, and all parts say what they are, because a browser may take a table that is shown as blocks for none.
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
