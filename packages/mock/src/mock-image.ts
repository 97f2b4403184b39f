import { MockUsageError } from "./mock-usage-error.ts";

/** One image of the mock's catalogue: the properties that the service sends, and one that only the mock reads. */
export interface MockImage {
  /** ID of the image, which no other image of the catalogue has. */
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
