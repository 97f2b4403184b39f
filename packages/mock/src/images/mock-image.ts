import { MockUsageError } from "../usage/mock-usage-error.ts";

/** An image in the catalogue of the mock: the properties that the service sends, and one that only the mock reads. */
export interface MockImage {
  /** Image ID, unique in the catalogue. */
  id: string;
  /** `gold` is a public image, `private` a private one. */
  image_type?: string;
  /** Operating system type: `Linux`, `Windows` or `Other`. */
  os_type?: string;
  /** Operating system and its version as text. */
  os_version?: string;
  /** Image format: `vhd`, `raw`, `qcow2` or `zvhd2`. */
  disk_format?: string;
  /** Image name. */
  name?: string;
  /** Minimum memory, in MB. */
  min_ram?: number;
  /** Minimum disk space, in GB. */
  min_disk?: number;
  /** Product code. */
  product_code?: string | null;
  /** Processor architecture: `x86` or `arm`. */
  architecture?: string;
  /** Time at which the image was created, in UTC, as `yyyy-MM-ddTHH:mm:ssZ`. */
  created_at?: string;
  /** ID of the KMS key that encrypts the image. */
  kms_id?: string | null;
  /**
   * Package types for which the image is offered; default all. Never sent: the filter `package_type` is documented,
   * but not which response property it compares.
   */
  package_types?: readonly string[];
}

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
