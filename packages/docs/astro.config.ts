import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import starlightOpenApi, { openAPISidebarGroups } from "starlight-openapi";
import { writeChangelog } from "./src/changelog.ts";
import { writeDescription } from "./src/described-samples.ts";
import { downloads } from "./src/downloads.ts";
import { finishedSite } from "./src/finish/finished-site.ts";
import { searchAnywhere } from "./src/search-anywhere.ts";
import { searchEngines } from "./src/search-engines.ts";
import { writeTypescriptReference } from "./src/typescript/typescript-reference.ts";
import { watchedDescriptions } from "./src/watched-descriptions.ts";

// Where the site will be, for what has to say so. All links stay relative.
const { SITE_URL } = process.env;
const root = new URL("./", import.meta.url);
// Only what the tests execute is shown, so no samples are made up.
const snippets = { operation: false, requestBody: false, response: false } as const;

export default defineConfig({
  ...(SITE_URL ? { site: SITE_URL, base: new URL(SITE_URL).pathname } : {}),
  build: { format: "file", assets: "assets" },
  devToolbar: { enabled: false },
  integrations: [
    // Before the theme, whose search reads the finished pages.
    finishedSite(),
    starlight({
      title: "Workspace Images",
      description: "Client, mock and reference of the product images of Huawei Cloud Workspace.",
      favicon: "/favicon.svg",
      credits: false,
      disable404Route: true,
      // A page is painted when all of it is there: sidebar and tables do not move while it arrives.
      head: [{ tag: "link", attrs: { rel: "expect", href: "#page-end", blocking: "render" } }],
      customCss: [
        "./src/styles/theme.css",
        "./src/styles/tables.css",
        "./src/styles/reference.css",
        "./src/styles/field-links.css",
        "./src/styles/print.css",
      ],
      components: {
        Footer: "./src/components/site-footer.astro",
        Hero: "./src/components/hero.astro",
        SiteTitle: "./src/components/site-title.astro",
      },
      sidebar: [
        {
          label: "Guides",
          items: [
            "guides/start",
            "guides/credentials",
            "guides/paging",
            "guides/errors",
            "guides/testing",
            "guides/official-sdk",
            "guides/sources",
          ],
        },
        {
          label: "Use",
          items: ["samples", "try-it", "downloads", "runtimes", "benchmarks", writeChangelog(root)],
        },
        ...openAPISidebarGroups,
        { label: "TypeScript", items: writeTypescriptReference(root) },
      ],
      plugins: [
        starlightOpenApi([
          {
            base: "reference/images",
            schema: writeDescription("images", root),
            sidebar: { label: "Images API", collapsed: false },
            snippets,
          },
          {
            base: "reference/iam",
            schema: writeDescription("iam", root),
            sidebar: { label: "IAM API", collapsed: false },
            snippets,
          },
        ]),
      ],
    }),
    downloads(),
    ...searchEngines(SITE_URL),
    watchedDescriptions(root),
  ],
  vite: {
    build: {
      modulePreload: false,
      rolldownOptions: {
        onLog(level, log, report) {
          // Astro writes the directive itself, into each page of Markdown.
          if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
        },
      },
    },
    plugins: [searchAnywhere()],
  },
});
