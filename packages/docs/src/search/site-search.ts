import { type FoundPage, foundParts, type Part } from "./found-parts.ts";

/** The part of Pagefind's interface that we use. */
interface Pagefind {
  options(options: { readonly ranking: typeof RANKING }): Promise<void>;
  /** Resolves with nothing if another search starts soon after. */
  debouncedSearch(query: string): Promise<{ readonly results: readonly Result[] } | null>;
}

interface Result {
  data(): Promise<FoundPage>;
}

const MOST = 10;

/** How often a word occurs, and how long a page is, counts little; what a page is about counts most. */
export const RANKING = {
  pageLength: 0.1,
  termFrequency: 0.1,
  termSaturation: 2,
  termSimilarity: 9,
  metaWeights: { title: 8, keywords: 12 },
};

/** Opens the search with its button or Ctrl+K, and lists the pages and parts that match. */
export function startSearch(search: HTMLElement): void {
  const find = <T extends Element>(selector: string) => search.querySelector<T>(selector) as T;
  const dialog = find<HTMLDialogElement>("dialog");
  const input = find<HTMLInputElement>("input");
  const status = find("[role=status]");
  const list = find("ol");
  let index: Promise<Pagefind> | undefined;

  const open = () => {
    dialog.showModal();
    index ??= loadIndex();
  };
  find("button").addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const isShortcut = event.key === "k" && (event.ctrlKey || event.metaKey);
    if (!isShortcut && !(event.key === "/" && !dialog.open && !isTyping(event))) return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else open();
  });
  dialog.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    if (event.key === "Enter" && event.target === input) links[0]?.click();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    // Above the first link is the input.
    const next = links.indexOf(document.activeElement as HTMLAnchorElement) + step;
    (next < 0 ? input : links[next])?.focus();
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a, button")) dialog.close();
  });
  input.addEventListener("input", async () => {
    const query = input.value.trim();
    if (query === "") {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      const results = (await (await index)?.debouncedSearch(query))?.results;
      const pages = await Promise.all((results ?? []).slice(0, MOST).map((result) => result.data()));
      if (!results || query !== input.value.trim()) return;
      list.replaceChildren(...pages.map((page) => pageItem(page, foundParts(page, query))));
      status.textContent = summary(results.length);
    } catch {
      status.textContent = "The search works only in the built site on a web server.";
    }
  });
}

/** Whether a key belongs to a text that is being typed, or to a shortcut of the browser. */
function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isField = target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
  return Boolean(isField) || ctrlKey || metaKey || altKey;
}

/** Loads the index from the root of the site, wherever it is served. */
async function loadIndex(): Promise<Pagefind> {
  const root = new URL(document.documentElement.dataset["root"] ?? "/", location.href);
  const pagefind: Pagefind = await import(/* @vite-ignore */ new URL("pagefind/pagefind.js", root).href);
  await pagefind.options({ ranking: RANKING });
  return pagefind;
}

function summary(count: number): string {
  if (count > MOST) return `The best ${MOST} of ${count} pages`;
  return count === 1 ? "1 page" : `${count} pages`;
}

function pageItem({ meta, url, excerpt }: FoundPage, parts: readonly Part[]): HTMLLIElement {
  const item = document.createElement("li");
  item.append(linkTo(url, meta.title));
  if (parts.length === 0) {
    item.append(excerptOf(excerpt));
    return item;
  }
  const list = document.createElement("ul");
  for (const part of parts) {
    const partItem = document.createElement("li");
    partItem.append(linkTo(part.url, part.title), excerptOf(part.excerpt));
    list.append(partItem);
  }
  item.append(list);
  return item;
}

function linkTo(url: string, title: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = url;
  link.textContent = title;
  return link;
}

function excerptOf(html: string): HTMLParagraphElement {
  const paragraph = document.createElement("p");
  // Pagefind escapes the text of the page.
  paragraph.innerHTML = html;
  return paragraph;
}
