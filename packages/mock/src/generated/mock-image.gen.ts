// Generated from the description by `pnpm generate`. Do not edit.

/** An image in the catalogue of the mock: the properties that the service sends, and those that only a filter reads. */
export interface MockImage {
  /** Image ID. It is a UUID in every published example. */
  id: string;
  /** Kind of image: gold is a public image, private a private one. Related calls of the service also use market, shared, public and other, and the machine-readable definition dropped its closed list in March 2024. */
  image_type?: "gold" | "private" | (string & {});
  /** Operating system type: Linux, Windows or Other. */
  os_type?: "Linux" | "Windows" | "Other" | (string & {});
  /** Operating system and its version. */
  os_version?: string;
  /** Image format: vhd, raw, qcow2 or zvhd2. */
  disk_format?: "vhd" | "raw" | "qcow2" | "zvhd2" | (string & {});
  /** Image name. */
  name?: string;
  /** Minimum memory needed to run the image, in MB. The value depends on the ECS flavor and is generally 0. */
  min_ram?: number;
  /** Minimum disk space needed to run the image, in GB, from 40 to 1024. The machine-readable definition has a maximum of 55 instead. Because the sources disagree, the range is not enforced. */
  min_disk?: number;
  /** Product code of the image. Not confirmed whether it is absent or null for an image without one. */
  product_code?: string | null;
  /** Processor architecture: x86 or arm. */
  architecture?: "x86" | "arm" | (string & {});
  /** Time at which the image was created, in UTC. Not confirmed: the format; a related call uses yyyy-MM-ddTHH:mm:ssZ. */
  created_at?: string;
  /** ID of the KMS key that encrypts the image. Not confirmed whether it is absent or null for an image that is not encrypted. */
  kms_id?: string | null;
  /** Values of `package_type` that find the image; default all. Only the mock has them, and it never sends them. */
  package_types?: readonly string[];
}
