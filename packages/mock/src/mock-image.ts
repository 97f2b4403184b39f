import { MockUsageError } from "./mock-usage-error.ts";

/** One image of the mock's catalogue: the properties that the service sends, and one that only the mock reads. */
export interface MockImage {
  id: string;
  /** `gold` is a public image, `private` a private one. */
  image_type?: string;
  os_type?: string;
  os_version?: string;
  disk_format?: string;
  name?: string;
  /** In MB. */
  min_ram?: number;
  /** In GB. */
  min_disk?: number;
  product_code?: string | null;
  architecture?: string;
  /** UTC, `yyyy-MM-ddTHH:mm:ssZ`. */
  created_at?: string;
  kms_id?: string | null;
  /**
   * Series for which the image is offered; left out, it is offered for every one. Never sent: the filter
   * `package_type` is documented, but no property of an answer says what it compares.
   */
  package_types?: readonly string[];
}

/** Returns frozen copies, so that a change in place, which the mock would not see, fails at once. */
export function freezeImages(images: readonly MockImage[]): readonly MockImage[] {
  const ids = new Set<string>();
  const copies = images.map((image, index) => {
    if (!image.id || ids.has(image.id)) throw new MockUsageError(`images[${index}] needs an id of its own.`);
    ids.add(image.id);
    return Object.freeze({ ...image });
  });
  return Object.freeze(copies);
}
