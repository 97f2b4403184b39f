import { type FilterRule, filterRules, neverSent } from "../generated/filter-rules.gen.ts";
import type { listImagesQuery } from "../generated/parameter-rules.gen.ts";
import { compareText } from "../text/compare-text.ts";
import { freezeImages, type MockImage } from "./mock-image.ts";

type Query = typeof listImagesQuery;

/** Filters of a listing, by parameter name. */
export type ImageFilters = { readonly [name: string]: string };

/** Order of a listing, by parameter name. */
export interface ImageOrder {
  sort_field: Query["sort_field"]["values"][number];
  sort_type: Query["sort_type"]["values"][number];
}

/** An immutable set of images. */
export interface Catalogue {
  readonly images: readonly MockImage[];
  /** Returns the images that match the filters, in order, each as the JSON text to send. */
  view(filters: ImageFilters, order: ImageOrder): readonly string[];
}

/**
 * How a filter compares the property of an image with the value that is wanted. Comparisons are exact and case-sensitive,
 * and an image without the property does not match; no public document says so.
 */
const matchers: Record<FilterRule["match"], (property: unknown, wanted: string) => boolean> = {
  exact: (property, wanted) => property != null && `${property}` === wanted,
  "first-words": (property, wanted) => `${property ?? ""} `.startsWith(`${wanted} `),
  "hidden-list": (property, wanted) => (property as readonly string[] | undefined)?.includes(wanted) ?? true,
};

function matches(image: MockImage, [name, wanted]: readonly [string, string]): boolean {
  const { field, match } = filterRules[name] ?? { field: name, match: "exact" };
  return matchers[match](image[field as keyof MockImage], wanted);
}

// Enough for every combination of filters in a test; random filter values must not exhaust the memory.
const maxViews = 200;

/** Creates a catalogue. The first listing with new filters visits all images; later ones reuse its result. */
export function createCatalogue(given: readonly MockImage[]): Catalogue {
  const images = freezeImages(given);
  const views = new Map<string, readonly string[]>();
  // Serialized once, because serializing images would take most of the time of a response.
  const texts = new Map(images.map((image) => [image, JSON.stringify({ ...image, ...neverSent })]));

  function view(filters: ImageFilters, order: ImageOrder): readonly string[] {
    const key = JSON.stringify([filters, order]);
    let found = views.get(key);
    if (!found) {
      const wanted = Object.entries(filters).filter(([, value]) => value);
      found = sort(
        images.filter((image) => wanted.every((filter) => matches(image, filter))),
        order,
      ).map((image) => texts.get(image) as string);
      if (views.size >= maxViews) views.clear();
      views.set(key, found);
    }
    return found;
  }

  return { images, view };
}

/** Sorts images; those with equal values are in ascending order of their ids, whatever the direction. */
function sort(images: readonly MockImage[], { sort_field, sort_type }: ImageOrder): MockImage[] {
  const sign = sort_type === "desc" ? -1 : 1;
  return images.toSorted(
    (a, b) => sign * compareText(a[sort_field] ?? "", b[sort_field] ?? "") || compareText(a.id, b.id),
  );
}
