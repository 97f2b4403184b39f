import { freezeImages, type MockImage } from "./mock-image.ts";
import { compareText } from "./text-order.ts";

/** Filters of a listing, under their names on the wire. */
export type ImageFilters = { readonly [name: string]: string };

/** Order of a listing, under its names on the wire. */
export interface ImageOrder {
  sort_field: "name" | "created_at";
  sort_type: "asc" | "desc";
}

/** An unchanging set of images that answers filters. */
export interface Catalogue {
  readonly images: readonly MockImage[];
  /** Returns the JSON texts, as they are sent, of all images that pass the filters, in order. */
  view(filters: ImageFilters, order: ImageOrder): readonly string[];
}

/**
 * What each filter compares; one that is not here compares the property of its own name (`os_type`, `image_type`,
 * `architecture`). All comparisons are exact, upper and lower case differ, and an image without the property does not
 * match; no public document says so.
 *
 * - `image_id`: `id`.
 * - `platform`: **assumption**, the first words of `os_version` ("Windows" finds "Windows 10 64bit"), because no
 *   property carries a platform.
 * - `package_type`: **assumption**, `package_types`, which only the mock has.
 */
const filterRules: Record<string, (image: MockImage, wanted: string) => boolean> = {
  image_id: (image, wanted) => image.id === wanted,
  platform: (image, wanted) => `${image.os_version ?? ""} `.startsWith(`${wanted} `),
  package_type: (image, wanted) => image.package_types?.includes(wanted) ?? true,
};

// Enough for every combination of filters that a test uses; a stream of made-up values must not fill the memory.
const maxViews = 200;

/** Creates a catalogue. The first listing with new filters costs a pass over all images, every later one nothing. */
export function createCatalogue(given: readonly MockImage[]): Catalogue {
  const images = freezeImages(given);
  const byId = new Map<string | undefined, MockImage>(images.map((image) => [image.id, image]));
  const views = new Map<string, readonly string[]>();
  // Made once, because turning images into JSON would be most of the work of an answer.
  const texts = new Map(
    images.map((image) => [image, JSON.stringify({ ...image, package_types: undefined })]),
  );

  function view(filters: ImageFilters, order: ImageOrder): readonly string[] {
    const wanted = Object.entries(filters);
    const pass = (image: MockImage) =>
      wanted.every(
        ([name, value]) =>
          !value || (filterRules[name]?.(image, value) ?? image[name as keyof MockImage] === value),
      );
    const select = (candidates: readonly MockImage[]) =>
      sort(candidates.filter(pass), order).map((image) => texts.get(image) as string);
    const one = byId.get(filters["image_id"]);
    if (one) return select([one]);

    const key = JSON.stringify([order, wanted]);
    if (views.size > maxViews) views.clear();
    const found = views.get(key) ?? select(images);
    views.set(key, found);
    return found;
  }

  return { images, view };
}

/** Equal images are in the order of their ids, whatever the direction. */
function sort(images: readonly MockImage[], { sort_field, sort_type }: ImageOrder): MockImage[] {
  const sign = sort_type === "desc" ? -1 : 1;
  return images.toSorted(
    (a, b) => sign * compareText(a[sort_field] ?? "", b[sort_field] ?? "") || compareText(a.id, b.id),
  );
}
