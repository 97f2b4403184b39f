import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import { writeChangelog } from "./src/changelog.ts";
import { downloads } from "./src/publish/downloads.ts";
import { repositoryLinks, repositoryOf } from "./src/publish/repository.ts";
import { searchEngines } from "./src/publish/search-engines.ts";
import { socialCard } from "./src/publish/social-card.ts";
import { referenceSidebar } from "./src/reference/sidebar.ts";
import { watchedDescriptions } from "./src/reference/watched-descriptions.ts";
import { repairedSite } from "./src/repairs/repaired-site.ts";
import { writeTypescriptReference } from "./src/typescript/typescript-reference.ts";

// Astro asks before each report to its maker.
process.env["ASTRO_TELEMETRY_DISABLED"] = "1";

// The public URL of the site, for canonical URLs and the sitemap. Links stay relative in any case.
const { SITE_URL } = process.env;
const root = new URL("./", import.meta.url);

export default defineConfig({
  ...(SITE_URL ? { site: SITE_URL, base: new URL(SITE_URL).pathname } : {}),
  build: { format: "file", assets: "assets" },
  devToolbar: { enabled: false },
  integrations: [
    // Must come before Starlight, which builds the search index from the repaired pages.
    repairedSite(),
    starlight({
      title: "Workspace Images",
      description: "Client, mock and API reference for the product images of Huawei Cloud Workspace.",
      favicon: "/favicon.svg",
      credits: false,
      ...repositoryLinks(repositoryOf(SITE_URL ? new URL(SITE_URL) : undefined)),
      disable404Route: true,
      // Browsers paint a page only when it is complete, so that sidebar and tables do not move.
      head: [{ tag: "link", attrs: { rel: "expect", href: "#page-end", blocking: "render" } }],
      customCss: [
        "./src/styles/theme.css",
        "./src/styles/tables.css",
        "./src/styles/reference.css",
        "./src/styles/print.css",
      ],
      routeMiddleware: "./src/head/route-data.ts",
      components: {
        Footer: "./src/components/site-footer.astro",
        Hero: "./src/components/hero.astro",
        PageTitle: "./src/components/page-title.astro",
        Search: "./src/components/site-search.astro",
        SiteTitle: "./src/components/site-title.astro",
      },
      sidebar: [
        {
          label: "Guides",
          items: [
            "guides/start",
            "guides/credentials",
            "guides/keys",
            "guides/paging",
            "guides/errors",
            "guides/recipes",
            "command-line",
            "guides/networks",
            "guides/testing",
            "guides/official-sdk",
            "guides/sources",
          ],
        },
        {
          label: "Resources",
          items: [
            "samples",
            "try-it",
            "downloads",
            "runtimes",
            "evidence",
            "benchmarks",
            writeChangelog(root),
          ],
        },
        ...referenceSidebar,
        { label: "TypeScript", items: writeTypescriptReference(root) },
      ],
    }),
    downloads(),
    ...searchEngines(SITE_URL),
    socialCard(SITE_URL),
    watchedDescriptions(),
  ],
  vite: {
    build: {
      modulePreload: false,
      rolldownOptions: {
        onLog(level, log, report) {
          // Astro itself adds the directive to each Markdown page.
          if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
        },
      },
    },
  },
});
