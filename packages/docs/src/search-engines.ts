import { writeFileSync } from "node:fs";
import sitemap from "@astrojs/sitemap";
import type { AstroIntegration } from "astro";

/** Lists the pages for search engines, once the address of the site is known. */
export function searchEngines(site: string | undefined): AstroIntegration[] {
  // In place of the one that Starlight adds where there is none, and which then complains about the missing address.
  if (!site) return [{ name: "@astrojs/sitemap", hooks: {} }];
  const withExtension = (url: string) => (url.endsWith("/") ? url : `${url}.html`);
  return [
    sitemap({ serialize: (page) => ({ ...page, url: withExtension(page.url) }) }),
    {
      name: "robots",
      hooks: {
        "astro:build:done": ({ dir }) => {
          const text = robots(site);
          if (text) writeFileSync(new URL("robots.txt", dir), text);
        },
      },
    },
  ];
}

/** Writes a `robots.txt` that leads to the sitemap; none below a path, where search engines do not look for it. */
export function robots(site: string): string | undefined {
  const { pathname, origin } = new URL(site);
  return pathname === "/" ? `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap-index.xml\n` : undefined;
}
