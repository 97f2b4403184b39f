import { writeFileSync } from "node:fs";
import sitemap from "@astrojs/sitemap";
import type { AstroIntegration } from "astro";

/** Adds a `robots.txt`, and a sitemap if the address of the site is known, because its format needs absolute URLs. */
export function searchEngines(site: string | undefined): AstroIntegration[] {
  const withExtension = (url: string) => (url.endsWith("/") ? url : `${url}.html`);
  return [
    site
      ? sitemap({ serialize: (page) => ({ ...page, url: withExtension(page.url) }) })
      : // A stand-in: without one, Starlight adds its own sitemap, which warns about the missing address.
        { name: "@astrojs/sitemap", hooks: {} },
    {
      name: "robots",
      hooks: {
        "astro:build:done": ({ dir }) => writeFileSync(new URL("robots.txt", dir), robots(site)),
      },
    },
  ];
}

/** Returns a `robots.txt` that allows everything, and names the sitemap if there is one. */
export function robots(site: string | undefined): string {
  const map = site ? `\nSitemap: ${site.replace(/\/$/, "")}/sitemap-index.xml\n` : "";
  return `User-agent: *\nAllow: /\n${map}`;
}
