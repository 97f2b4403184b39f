import type { Root } from "hast";
import { selectAll } from "hast-util-select";

/** Gives the start page one address, that of its folder, where its address is known. */
export function startAddress(page: Root): void {
  for (const { properties } of selectAll("link[rel=canonical], meta[property='og:url']", page)) {
    const name = "href" in properties ? "href" : "content";
    properties[name] = String(properties[name]).replace(/\/index\.html$/, "/");
  }
}
