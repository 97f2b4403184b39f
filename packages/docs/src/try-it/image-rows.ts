import type { ImageInfo } from "@workspace-images/client";

const COLUMNS = ["name", "os_type", "os_version", "image_type", "architecture", "id"] as const;

/** Creates the head and the body of a table of images. In a narrow window, `src/styles/tables.css` shows rows as blocks. */
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
