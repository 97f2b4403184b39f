import type { MockImage } from "../images/mock-image.ts";

/**
 * Returns a function that inserts copies of the first image of a listing, or removes its first images if `count` is
 * negative. A copy matches the same filters, and its ID puts it first, because equal images are sorted by ID.
 */
export function shiftImages(count: number) {
  return (images: readonly MockImage[], listed: readonly string[]): readonly MockImage[] => {
    const ids: string[] = listed.slice(0, Math.max(1, -count)).map((text) => JSON.parse(text).id);
    if (count < 0) return images.filter(({ id }) => !ids.includes(id));
    return images.flatMap((image) =>
      image.id === ids[0]
        ? Array.from({ length: count + 1 }, (_, added) => ({ ...image, id: "+".repeat(added) + image.id }))
        : [image],
    );
  };
}
