// Generated from the description by `pnpm generate`. Do not edit.

/** What a query parameter may be: an integer in a range, a string with a length in a range, or one of some values. */
export const queryRules = {
  os_type: {"length":[0,255]},
  image_type: {"values":["gold","private"]},
  platform: {"length":[1,255]},
  architecture: {"length":[1,10]},
  package_type: {"length":[0,255]},
  image_id: {"length":[0,255]},
  sort_field: {"values":["name","created_at"]},
  sort_type: {"values":["asc","desc"]},
  limit: {"range":[0,100]},
  offset: {"range":[0,5000]},
} as const;
