// Generated from the description by `pnpm generate`. Do not edit.

/** What a filter compares, and how. */
export interface FilterRule {
  field: string;
  match: "exact" | "first-words" | "hidden-list";
}

/** The filters that do more than to compare the property of the same name. */
export const filterRules: Readonly<Record<string, FilterRule>> = {
  "platform": {
    "field": "os_version",
    "match": "first-words"
  },
  "package_type": {
    "field": "package_types",
    "match": "hidden-list"
  },
  "image_id": {
    "field": "id",
    "match": "exact"
  }
};

/** Hides the properties of the catalogue that are never sent. */
export const neverSent = { package_types: undefined };
