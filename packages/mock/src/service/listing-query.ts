import type { ImageFilters, ImageOrder } from "../images/catalogue.ts";
import { findInvalid, integer, notEmpty, oneOf, text } from "./parameter-rules.ts";

/** The query of a listing, with the documented defaults filled in. */
export interface ListingQuery {
  filters: ImageFilters;
  order: ImageOrder;
  limit: number;
  offset: number;
}

const queryRules = {
  os_type: text(0, 255),
  image_type: oneOf("gold", "private"),
  platform: text(1, 255),
  architecture: text(1, 10),
  package_type: text(0, 255),
  image_id: text(0, 255),
  limit: integer(100),
  offset: integer(5000),
  sort_field: oneOf("name", "created_at"),
  sort_type: oneOf("asc", "desc"),
};
const headerRules = { "x-project-id": text(1, 255), "x-security-token": notEmpty };

/**
 * Reads the query of a listing, or returns what is wrong with it or with the headers. **Assumption:** unknown parameters
 * are ignored, repeated ones are rejected, and an empty filter is no filter where it may be empty; no document says so.
 */
export function readListingQuery(
  query: URLSearchParams,
  headers: ReadonlyMap<string, string>,
): ListingQuery | string {
  const parameters = [...query];
  const invalid = findInvalid(parameters, queryRules) ?? findInvalid(headers, headerRules);
  if (invalid) return `The value of ${invalid.name} must ${invalid.requirement}.`;
  const given = Object.fromEntries(parameters.filter(([name]) => Object.hasOwn(queryRules, name)));
  const { limit = 100, offset = 0, sort_field = "name", sort_type = "asc", ...filters } = given;
  return { filters, order: { sort_field, sort_type } as ImageOrder, limit: +limit, offset: +offset };
}
