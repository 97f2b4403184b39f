import {
  defaults,
  listImagesHeader,
  listImagesPath,
  listImagesQuery,
} from "../generated/parameter-rules.gen.ts";
import type { ImageFilters, ImageOrder } from "../images/catalogue.ts";
import { credentialRules, findInvalid } from "./parameter-rules.ts";

/** The query of a listing, with the documented defaults filled in. */
export interface ListingQuery {
  filters: ImageFilters;
  order: ImageOrder;
  limit: number;
  offset: number;
}

const headerRules = { ...listImagesHeader, ...credentialRules };

/**
 * Reads the query of a listing, or returns what is wrong with it, with the project ID or with the headers.
 * **Assumption:** unknown parameters are ignored, repeated ones are rejected, and an empty filter is no filter where it
 * may be empty; no document says so.
 */
export function readListingQuery(
  projectId: string,
  parameters: URLSearchParams,
  headers: ReadonlyMap<string, string>,
): ListingQuery | string {
  const invalid =
    findInvalid([["project_id", projectId]], listImagesPath) ??
    findInvalid(parameters, listImagesQuery) ??
    findInvalid(headers, headerRules);
  if (invalid) return `The value of ${invalid.name} must ${invalid.requirement}.`;
  const given = Object.fromEntries([...parameters].filter(([name]) => Object.hasOwn(listImagesQuery, name)));
  const { limit, offset, sort_field, sort_type, ...filters } = { ...defaults, ...given };
  return { filters, order: { sort_field, sort_type } as ImageOrder, limit: +limit, offset: +offset };
}
