import { markdownToHtml } from "satteri";
import { operations } from "./model/operation.ts";

const PAGES = new Map(operations.map(({ method, path, page }) => [`${method} ${path}`, `/${page}.html`]));

/** Renders Markdown as HTML. Names of operations, such as `GET /v3/projects`, are links. */
export function proseHtml(markdown: string): string {
  return markdownToHtml(markdown).html.replaceAll(
    /<code>([A-Z]+ \/[^<?]*)(\?[^<]*)?<\/code>/g,
    (code, name: string) => {
      const page = PAGES.get(name);
      return page ? `<a href="${page}">${code}</a>` : code;
    },
  );
}

/** Renders a text of one paragraph for use within another element. */
export function inlineHtml(markdown: string): string {
  return proseHtml(markdown)
    .replaceAll(/<\/?p>/g, "")
    .trim();
}
