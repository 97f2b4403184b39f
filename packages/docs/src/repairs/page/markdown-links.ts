import type { Root } from "hast";
import { select } from "hast-util-select";
import { h } from "hastscript";
import { twinOf } from "../../twin/markdown-twin.ts";
import { NOT_FOUND, type Place } from "./place.ts";

/** Links a page to its Markdown version, in the head for programs and at the end for readers. */
export function markdownLinks(page: Root, { name }: Place): void {
  if (name === NOT_FOUND) return;
  const href = `/${twinOf(name)}`;
  select("head", page)?.children.push(h("link", { rel: "alternate", type: "text/markdown", href }));
  const link = h("a", { href, dataPagefindIgnore: true }, "This page as Markdown");
  select("main footer .meta", page)?.children.push(link);
}
