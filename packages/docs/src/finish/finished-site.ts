import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { AstroIntegration } from "astro";
import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { writeTwins } from "../twin/written-twins.ts";
import { alternatives } from "./alternatives.ts";
import { authorizations } from "./authorizations.ts";
import { contentPolicy } from "./content-policy.ts";
import { fieldLinks } from "./field-links.ts";
import { fieldOrder } from "./field-order.ts";
import { headingLevels } from "./heading-levels.ts";
import { inlineMarks } from "./inline-marks.ts";
import { markdownLinks } from "./markdown-links.ts";
import { narrowTables } from "./narrow-tables.ts";
import { reachableParts } from "./reachable-parts.ts";
import { referenceTitles } from "./reference-titles.ts";
import { relativeLinks } from "./relative-links.ts";
import { repeatedBodies } from "./repeated-bodies.ts";
import { searchWeights } from "./search-weights.ts";
import { spacedNames } from "./spaced-names.ts";
import { startAddress } from "./start-address.ts";

const STEPS = [
  referenceTitles,
  headingLevels,
  reachableParts,
  inlineMarks,
  narrowTables,
  authorizations,
  fieldOrder,
  repeatedBodies,
  spacedNames,
  searchWeights,
  alternatives,
  fieldLinks,
  markdownLinks,
  startAddress,
  relativeLinks,
  contentPolicy,
];

/** The characters that are dangerous are so in Internet Explorer; written as they are, policies can be read. */
const CHARACTERS = { allowDangerousCharacters: true, characterReferences: { useNamedReferences: true } };

/** Finishes the built site: mends each page, makes it work below any path, and writes it as Markdown, too. */
export function finishedSite(): AstroIntegration {
  let base = "/";
  return {
    name: "finished-site",
    hooks: {
      "astro:config:setup": ({ injectScript }) => {
        injectScript("page", 'import "/src/reveal-target.ts";');
        injectScript("page", 'import "/src/scrollable-code.ts";');
      },
      "astro:config:done": ({ config }) => {
        base = config.base;
      },
      "astro:build:done": ({ dir }) => {
        const pages = new Map<string, Root>();
        for (const name of readdirSync(dir, { recursive: true, encoding: "utf8" }).sort()) {
          if (!name.endsWith(".html")) continue;
          const page = fromHtml(readFileSync(new URL(name, dir), "utf8"));
          for (const finish of STEPS) finish(page, { name, base });
          writeFileSync(new URL(name, dir), toHtml(page, CHARACTERS));
          pages.set(name, page);
        }
        writeTwins(pages, dir);
      },
    },
  };
}
