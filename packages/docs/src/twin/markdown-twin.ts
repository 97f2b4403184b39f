import { posix } from "node:path";
import type { Root } from "hast";
import { select } from "hast-util-select";
import { toMdast } from "hast-util-to-mdast";
import { toString as textOf } from "hast-util-to-string";
import type { Nodes } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import { markdownToMdast } from "satteri";
import { visit } from "unist-util-visit";
import { operations } from "../reference/model/operation.ts";
import { alternativeLabels } from "./alternative-labels.ts";
import { operationMarkdown } from "./operation-twin.ts";
import { pageContent } from "./page-content.ts";
import { plainCode } from "./plain-code.ts";

/** A page as Markdown. */
export interface MarkdownTwin {
  /** Path of its file, relative to the root of the site. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly content: Nodes;
}

/** Returns the path of the twin of a page. */
export function twinOf(page: string): string {
  return page.replace(/\.html$/, ".md");
}

/** Converts a page to Markdown; `name` is its path, relative to the root of the site. */
export function markdownTwin(page: Root, name: string): MarkdownTwin {
  const operation = operations.find((one) => `${one.page}.html` === name);
  return {
    name: twinOf(name),
    title: textOf(select("title", page) ?? page).replace(/ \| [^|]*$/, ""),
    description: String(select("meta[name=description]", page)?.properties["content"]),
    content: operation ? (markdownToMdast(operationMarkdown(operation)) as Nodes) : convertedPage(page),
  };
}

function convertedPage(page: Root): Nodes {
  const content = pageContent(page);
  plainCode(content);
  alternativeLabels(content);
  return toMdast(content);
}

/** Writes a twin as text for a file in `folder`, with links to other twins where there are any. */
export function markdownText(
  { name, content }: MarkdownTwin,
  twins: ReadonlySet<string>,
  folder: string,
): string {
  const text = structuredClone(content);
  visit(text, "link", (link) => {
    if (/^(?:[a-z]+:|#)/.test(link.url)) return;
    const [path = "", hash] = link.url.split("#");
    const page = path.startsWith("/") ? path.slice(1) : posix.join(posix.dirname(name), path);
    const target = twins.has(twinOf(page)) ? twinOf(page) : page;
    link.url = posix.relative(folder, target) + (hash ? `#${hash}` : "");
  });
  return toMarkdown(text, { bullet: "-", rule: "-", extensions: [gfmToMarkdown({ tablePipeAlign: false })] });
}
