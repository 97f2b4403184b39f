import type { ImageInfo } from "@workspace-images/client";

const COLUMNS = ["name", "os_type", "os_version", "image_type", "architecture", "id"] as const;

/** Shows images as a head and rows of a table, which `src/styles/tables.css` shows as blocks where it is narrow. */
export function imageRows(images: readonly ImageInfo[]): readonly HTMLTableSectionElement[] {
  const head = COLUMNS.map((name) => cellOf("th", "columnheader", name));
  const rows = images.map((image) =>
    COLUMNS.map((name) => {
      const cell = cellOf("td", "cell", image[name] ?? "");
      cell.dataset["column"] = name;
      return cell;
    }),
  );
  return [sectionOf("thead", [head]), sectionOf("tbody", rows)];
}

function cellOf(tag: "td" | "th", role: string, text: string): HTMLTableCellElement {
  const cell = document.createElement(tag);
  cell.role = role;
  cell.textContent = text;
  return cell;
}

function sectionOf(tag: "thead" | "tbody", rows: readonly HTMLTableCellElement[][]): HTMLTableSectionElement {
  const section = document.createElement(tag);
  section.role = "rowgroup";
  for (const cells of rows) {
    const row = section.insertRow();
    row.role = "row";
    row.append(...cells);
  }
  return section;
}
