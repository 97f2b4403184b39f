import { defineRouteMiddleware } from "@astrojs/starlight/route-data";

/** Adds to the head of each page what Starlight does not: the keywords by which the search finds it. */
export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { head, entry } = locals.starlightRoute;
  const { keywords } = entry.data;
  if (!keywords) return;
  const attrs = { name: "keywords", content: keywords, "data-pagefind-meta": "keywords[content]" };
  head.push({ tag: "meta", attrs });
});
