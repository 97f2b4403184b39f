import { defineRouteMiddleware } from "@astrojs/starlight/route-data";

/** Adds to the head of each page what Starlight does not: the keywords by which the search finds it; and repeats no title. */
export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { head, entry, siteTitle } = locals.starlightRoute;
  const title = head.find(({ tag }) => tag === "title");
  if (title && entry.data.title === siteTitle)
    title.content = `${siteTitle}: typed client, mock and API reference`;
  const { keywords } = entry.data;
  if (!keywords) return;
  const attrs = { name: "keywords", content: keywords, "data-pagefind-meta": "keywords[content]" };
  head.push({ tag: "meta", attrs });
});
