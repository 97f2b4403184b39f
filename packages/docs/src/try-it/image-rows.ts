import type { ImageInfo } from "@workspace-images/client";

const COLUMNS = ["name", "os_type", "os_version", "image_type", "architecture", "id"] as const;

/** Shows images as rows of a table, below a head. */
export function imageRows(images: readonly ImageInfo[]): readonly HTMLTableRowElement[] {
  const rows = images.map((image) =>
    rowOf(
      COLUMNS.map((name) => image[name] ?? ""),
      "td",
    ),
  );
  return [rowOf(COLUMNS, "th"), ...rows];
}

function rowOf(cells: readonly string[], tag: "td" | "th"): HTMLTableRowElement {
  const row = document.createElement("tr");
  for (const text of cells) {
    const cell = document.createElement(tag);
    if (tag === "th") cell.setAttribute("scope", "col");
    cell.textContent = text;
    row.append(cell);
  }
  return row;
}
