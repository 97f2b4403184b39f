import { writeFileSync } from "node:fs";
import sitemap from "@astrojs/sitemap";
import type { AstroIntegration } from "astro";

/** Adds a sitemap and a `robots.txt` if the address of the site is known. */
export function searchEngines(site: string | undefined): AstroIntegration[] {
  // A stand-in: without one, Starlight adds its own sitemap, which warns about the missing address.
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

/** Returns a `robots.txt` that names the sitemap; none for a site below a path, where search engines do not read it. */
export function robots(site: string): string | undefined {
  const { pathname, origin } = new URL(site);
  return pathname === "/" ? `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap-index.xml\n` : undefined;
}
