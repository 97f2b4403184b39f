/** A part of a page, shown below the page in the results. */
export interface Part {
  readonly title: string;
  readonly url: string;
  /** HTML with the matches in `<mark>`. */
  readonly excerpt: string;
}

interface Section extends Part {
  /** Its heading; absent for the text before the first one. */
  readonly anchor?: Anchor;
  /** Positions of the matches. */
  readonly locations: readonly number[];
}

/** An element with an ID. */
interface Anchor {
  readonly element: string;
  readonly id: string;
  readonly text: string;
  /** Number of words before the element. */
  readonly location: number;
}

/** The fields that we use of a result of Pagefind, which is one page. */
export interface FoundPage {
  readonly url: string;
  readonly meta: { readonly title: string };
  readonly excerpt: string;
  /** Text of the page, escaped for HTML. */
  readonly raw_content: string;
  readonly anchors: readonly Anchor[];
  readonly sub_results: readonly Section[];
}

const MOST = 3;

/** Returns the fields and codes of a page whose name is the query, otherwise the sections with the most matches. */
export function foundParts(page: FoundPage, query: string): readonly Part[] {
  const named = namedParts(page, query.trim());
  if (named.length > 0) return named;
  const sections = page.sub_results.filter(({ anchor }) => anchor && anchor.element !== "h1");
  const best = sections.toSorted((a, b) => b.locations.length - a.locations.length).slice(0, MOST);
  return sections.filter((section) => best.includes(section));
}

function namedParts({ anchors, raw_content, url }: FoundPage, query: string): readonly Part[] {
  const name = query.toLowerCase().replaceAll(".", "-");
  const matches = anchors.filter(({ id }) => `-${id}`.toLowerCase().endsWith(`-${name}`));
  // Other IDs of the same part are before its heading.
  const parts = matches.filter(({ location }, index) => location !== matches[index + 1]?.location);
  const words = raw_content.split(/\s+/);
  return parts.slice(0, MOST).map(({ id, location, element, text }) => {
    const owner = id.slice(0, -name.length - 1);
    const title = anchors.find((anchor) => anchor.id === owner)?.text || owner.replaceAll("-", " ");
    const named = owner ? `${title} ${id.slice(-name.length)}` : query;
    return {
      title: /^h\d$/.test(element) ? text : named,
      url: `${url}#${id}`,
      excerpt: words.slice(location, location + 30).join(" "),
    };
  });
}
