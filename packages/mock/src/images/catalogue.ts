import { compareText } from "../text/compare-text.ts";
import { freezeImages, type MockImage } from "./mock-image.ts";

/** Filters of a listing, by parameter name. */
export type ImageFilters = { readonly [name: string]: string };

/** Order of a listing, by parameter name. */
export interface ImageOrder {
  sort_field: "name" | "created_at";
  sort_type: "asc" | "desc";
}

/** An immutable set of images. */
export interface Catalogue {
  readonly images: readonly MockImage[];
  /** Returns the images that match the filters, in order, each as the JSON text to send. */
  view(filters: ImageFilters, order: ImageOrder): readonly string[];
}

/**
 * How each filter compares; a filter that is not listed compares the property of the same name (`os_type`,
 * `image_type`, `architecture`). Comparisons are exact and case-sensitive, and an image without the property does not
 * match; no public document says so.
 *
 * - `image_id`: `id`.
 * - `platform`: **assumption**, the first words of `os_version` ("Windows" finds "Windows 10 64bit"), because no
 *   property contains a platform.
 * - `package_type`: **assumption**, `package_types`, which only the mock has.
 */
const filterRules: Record<string, (image: MockImage, wanted: string) => boolean> = {
  image_id: (image, wanted) => image.id === wanted,
  platform: (image, wanted) => `${image.os_version ?? ""} `.startsWith(`${wanted} `),
  package_type: (image, wanted) => image.package_types?.includes(wanted) ?? true,
};

// Enough for every combination of filters in a test; random filter values must not exhaust the memory.
const maxViews = 200;

/** Creates a catalogue. The first listing with new filters visits all images; later ones reuse its result. */
export function createCatalogue(given: readonly MockImage[]): Catalogue {
  const images = freezeImages(given);
  const views = new Map<string, readonly string[]>();
  // Serialized once, because serializing images would take most of the time of a response.
  const texts = new Map(
    images.map((image) => [image, JSON.stringify({ ...image, package_types: undefined })]),
  );

  function view(filters: ImageFilters, order: ImageOrder): readonly string[] {
    const key = JSON.stringify([filters, order]);
    let found = views.get(key);
    if (!found) {
      const wanted = Object.entries(filters).filter(([, value]) => value);
      const matches = (image: MockImage) =>
        wanted.every(
          ([name, value]) => filterRules[name]?.(image, value) ?? image[name as keyof MockImage] === value,
        );
      found = sort(images.filter(matches), order).map((image) => texts.get(image) as string);
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
