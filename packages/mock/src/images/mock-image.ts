import type { MockImage } from "../generated/mock-image.gen.ts";
import { MockUsageError } from "../usage/mock-usage-error.ts";

export type { MockImage };

/** Returns frozen copies: changing them in place fails at once, where the mock would not notice the change. */
export function freezeImages(images: readonly MockImage[]): readonly MockImage[] {
  const ids = new Set<string>();
  const copies = images.map((image, index) => {
    const id: unknown = image?.id; // JSON may contain anything.
    if (typeof id !== "string" || !id || ids.has(id)) {
      throw new MockUsageError(`images[${index}] must have a unique id.`);
    }
    ids.add(id);
    return Object.freeze({ ...image });
  });
  return Object.freeze(copies);
}
