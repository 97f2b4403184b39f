import type { AstroUserConfig } from "astro";

const REPLACEMENTS = [
  [
    "import.meta.env.BASE_URL",
    'new URL(document.documentElement.dataset.root ?? "/", location.href).pathname',
  ],
  [
    "const onIdle = window.requestIdleCallback || ((cb) => setTimeout(cb, 1));",
    'const onIdle = (start) => new MutationObserver((_, observer) => { observer.disconnect(); start().then(() => this.querySelector("input").setAttribute("aria-label", openBtn.getAttribute("aria-label"))); }).observe(dialog, { attributeFilter: ["open"] });',
  ],
  ["showSubResults: true,", "showSubResults: true, autofocus: true,"],
  [
    "import { pagefindUserConfig }",
    'import { namedParts } from "/src/named-parts.ts"; import { pagefindUserConfig }',
  ],
  [
    "result.url = formatURL(result.url);",
    'result.url = formatURL(result.url); namedParts(result, this.querySelector("input").value);',
  ],
] as const;

/**
 * Changes Starlight's search: it finds its index below any path, which is known only in the reader's browser, loads its
 * code when it is first opened instead of with each page, gives its input a label, and leads to fields by their names.
 */
export function searchAnywhere(): NonNullable<NonNullable<AstroUserConfig["vite"]>["plugins"]>[number] {
  return {
    name: "search-anywhere",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (!id.includes("components/Search.astro?") || !id.includes("type=script")) return;
      let changed = code;
      for (const [from, to] of REPLACEMENTS) {
        if (!code.includes(from)) throw new Error(`Starlight's search has changed: it has no ${from}`);
        changed = changed.replaceAll(from, to);
      }
      return changed;
    },
  };
}
