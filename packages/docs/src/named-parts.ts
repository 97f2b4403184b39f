/** A part of a page that the search has found something in. */
interface Part {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
}

/** An element with an ID. */
interface Anchor {
  readonly element: string;
  readonly id: string;
  readonly text: string;
  /** Number of words before it. */
  readonly location: number;
}

/** A page that the search has found, as Pagefind gives it, with the parts that are shown below it. */
export interface FoundPage {
  readonly url: string;
  /** Text of the page, escaped for HTML. */
  readonly raw_content: string;
  readonly anchors: readonly Anchor[];
  sub_results: readonly Part[];
}

/** Shows the fields and codes that are called what was asked for instead of parts of the page that only mention them. */
export function namedParts(page: FoundPage, asked: string): void {
  const name = asked.trim().toLowerCase().replaceAll(".", "-");
  const named = page.anchors.filter(({ id }) => `-${id}`.toLowerCase().endsWith(`-${name}`));
  // Headings are found as they are.
  const parts = named.filter(({ element }) => !/^h\d$/.test(element));
  if (parts.length === 0) return;
  const words = page.raw_content.split(/\s+/);
  page.sub_results = parts.slice(0, 3).map(({ id, location }) => {
    const owner = id.slice(0, -name.length - 1);
    const title = page.anchors.find((anchor) => anchor.id === owner)?.text || owner.replaceAll("-", " ");
    return {
      title: owner ? `${title} ${id.slice(-name.length)}` : asked.trim(),
      url: `${page.url}#${id}`,
      excerpt: words.slice(location, location + 30).join(" "),
    };
  });
}
