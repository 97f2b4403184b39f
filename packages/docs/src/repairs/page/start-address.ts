import type { Root } from "hast";
import { selectAll } from "hast-util-select";

/** Makes the folder the only address of the start page, if the address of the site is known. */
export function startAddress(page: Root): void {
  for (const { properties } of selectAll("link[rel=canonical], meta[property='og:url']", page)) {
    const name = "href" in properties ? "href" : "content";
    properties[name] = String(properties[name]).replace(/\/index\.html$/, "/");
  }
}
