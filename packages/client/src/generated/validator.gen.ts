// Generated from the description by `pnpm generate`. Do not edit.

/** What a value must be. Properties that are not named, and values of open sets, are free. */
export interface Rule {
  readonly types: readonly string[];
  /** Smallest number, length of a string in characters, or length of an array. */
  readonly min?: number;
  readonly max?: number;
  readonly items?: Rule;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Rule>>;
}

const ErrorBody: Rule = {
  types: ["object"],
  required: ["error_code","error_msg"],
  properties: {
    error_code: { types: ["string"] },
    error_msg: { types: ["string"] },
    error_detail: { types: ["string"] },
    encoded_authorization_message: { types: ["string"] },
    request_id: { types: ["string"] },
  },
};

const ImageInfo: Rule = {
  types: ["object"],
  required: ["id"],
  properties: {
    id: { types: ["string"], min: 1 },
    image_type: { types: ["string"] },
    os_type: { types: ["string"] },
    os_version: { types: ["string"] },
    disk_format: { types: ["string"] },
    name: { types: ["string"] },
    min_ram: { types: ["integer"], min: 0 },
    min_disk: { types: ["integer"], min: 0 },
    product_code: { types: ["string","null"] },
    architecture: { types: ["string"] },
    created_at: { types: ["string"] },
    kms_id: { types: ["string","null"] },
  },
};

const ImagePage: Rule = {
  types: ["object"],
  required: ["images"],
  properties: {
    images: { types: ["array"], max: 100, items: ImageInfo },
    total_count: { types: ["integer"], min: 0 },
  },
};

/** What the schemas of the description require of a value. */
export const rules = { ErrorBody, ImageInfo, ImagePage };
