import type { Root } from "hast";
import { select } from "hast-util-select";
import { visit } from "unist-util-visit";
import { NOT_FOUND, type Place } from "./place.ts";

const LINKING = ["href", "src", "action"];

/** Makes all links within the site relative, so that it works below any path, and tells scripts the path to its root. */
export function relativeLinks(page: Root, { name, base, hasAddress }: Place): void {
  const prefix = base.endsWith("/") ? base : `${base}/`;
  const root = name === NOT_FOUND && hasAddress ? prefix : "../".repeat(name.split("/").length - 1) || "./";
  visit(page, "element", ({ properties }) => {
    for (const property of LINKING) {
      const link = properties[property];
      if (typeof link !== "string" || !link.startsWith("/") || link.startsWith("//")) continue;
      properties[property] = root + link.slice(link.startsWith(prefix) ? prefix.length : 1);
    }
  });
  const html = select("html", page);
  if (html) html.properties["dataRoot"] = root;
}
