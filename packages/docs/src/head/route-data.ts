import { defineRouteMiddleware } from "@astrojs/starlight/route-data";
import { CARD } from "../publish/social-card.ts";

/**
 * Adds to the head of each page what Starlight does not: the keywords by which the search finds it, and the picture that
 * other sites show beside a link to it; and repeats no title.
 */
export const onRequest = defineRouteMiddleware(({ locals, site }) => {
  const { head, entry, siteTitle } = locals.starlightRoute;
  const add = (attrs: Record<string, string>) => head.push({ tag: "meta", attrs });
  const title = head.find(({ tag }) => tag === "title");
  if (title && entry.data.title === siteTitle)
    title.content = `${siteTitle}: typed client, mock and API reference`;
  const { keywords } = entry.data;
  if (keywords) add({ name: "keywords", content: keywords, "data-pagefind-meta": "keywords[content]" });
  if (!site) return;
  const content = new URL(CARD.name, site.href.replace(/\/?$/, "/")).href;
  add({ property: "og:image", content });
  add({ property: "og:image:width", content: `${CARD.width}` });
  add({ property: "og:image:height", content: `${CARD.height}` });
  add({
    property: "og:image:alt",
    content: "Workspace Images: typed client, mock, command line and API reference",
  });
});
