import { writeFileSync } from "node:fs";
import { posix } from "node:path";
import type { Root } from "hast";
import { type Chapter, llmsFullText, llmsText } from "./llms.ts";
import { markdownText, markdownTwin } from "./markdown-twin.ts";
import { readingOrder } from "./reading-order.ts";

/** Writes each page as Markdown, and `llms.txt` and `llms-full.txt` for language models. */
export function writeTwins(pages: ReadonlyMap<string, Root>, folder: URL): void {
  const twins = new Map([...pages].map(([name, page]) => [name, markdownTwin(page, name)]));
  const chapters: Chapter[] = readingOrder(pages).map(({ title, names }) => ({
    title,
    twins: names.flatMap((name) => twins.get(name) ?? []),
  }));
  const names = new Set([...twins.values()].map(({ name }) => name));
  for (const twin of twins.values()) {
    writeFileSync(new URL(twin.name, folder), markdownText(twin, names, posix.dirname(twin.name)));
  }
  writeFileSync(new URL("llms.txt", folder), llmsText(chapters));
  writeFileSync(new URL("llms-full.txt", folder), llmsFullText(chapters));
}
