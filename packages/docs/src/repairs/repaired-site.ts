import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { AstroIntegration } from "astro";
import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { writeTwins } from "../twin/written-twins.ts";
import { alternatives } from "./page/alternatives.ts";
import { contentPolicy } from "./page/content-policy.ts";
import { markdownLinks } from "./page/markdown-links.ts";
import { narrowTables } from "./page/narrow-tables.ts";
import { NOT_FOUND } from "./page/place.ts";
import { reachableParts } from "./page/reachable-parts.ts";
import { relativeLinks } from "./page/relative-links.ts";
import { searchWeights } from "./page/search-weights.ts";
import { startAddress } from "./page/start-address.ts";

const REPAIRS = [
  reachableParts,
  narrowTables,
  searchWeights,
  alternatives,
  markdownLinks,
  startAddress,
  relativeLinks,
  contentPolicy,
];

/** These characters are dangerous only in Internet Explorer; left as they are, they keep policies readable. */
const CHARACTERS = { allowDangerousCharacters: true, characterReferences: { useNamedReferences: true } };

/** Repairs each page after the build, makes the site work below any path, and writes each page as Markdown, too. */
export function repairedSite(): AstroIntegration {
  let base = "/";
  let hasAddress = false;
  return {
    name: "repaired-site",
    hooks: {
      "astro:config:setup": ({ injectScript }) => {
        injectScript("page", 'import "/src/scripts/scrollable-code.ts";');
      },
      "astro:config:done": ({ config }) => {
        base = config.base;
        hasAddress = Boolean(config.site);
      },
      "astro:build:done": ({ dir }) => {
        const pages = new Map<string, Root>();
        for (const name of readdirSync(dir, { recursive: true, encoding: "utf8" }).sort()) {
          if (!name.endsWith(".html")) continue;
          const page = fromHtml(readFileSync(new URL(name, dir), "utf8"));
          for (const repair of REPAIRS) repair(page, { name, base, hasAddress });
          writeFileSync(new URL(name, dir), toHtml(page, CHARACTERS));
          if (name !== NOT_FOUND) pages.set(name, page);
        }
        writeTwins(pages, dir);
      },
    },
  };
}
