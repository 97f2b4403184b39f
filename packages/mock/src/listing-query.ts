import type { ImageFilters, ImageOrder } from "./catalogue.ts";
import { own } from "./own.ts";

/** What a listing asks for, with the documented defaults filled in. */
export interface ListingQuery {
  filters: ImageFilters;
  order: ImageOrder;
  limit: number;
  offset: number;
}

/** Says what a value must do, when it does not. */
type Rule = (value: string) => string | false;

const text =
  (min: number, max: number): Rule =>
  (value) => {
    const { length } = [...value];
    return (length < min || length > max) && `have ${min} to ${max} characters`;
  };
const integer =
  (max: number): Rule =>
  (value) =>
    !(/^\d+$/.test(value) && +value <= max) && `be an integer from 0 to ${max}`;
const oneOf =
  (...values: string[]): Rule =>
  (value) =>
    !values.includes(value) && `be ${values.join(" or ")}`;

const rules: Record<string, Rule> = {
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

/**
 * Reads the query of a listing, or says which parameter is wrong. Assumed, because no document says it: unknown
 * parameters are ignored, a repeated one is refused, and a filter that may be empty and is empty is no filter.
 */
export function readListingQuery(query: URLSearchParams): ListingQuery | string {
  const given: Record<string, string> = {};
  for (const [name, value] of query) {
    const rule = own(rules, name);
    if (!rule) continue;
    const right = name in given ? "not be repeated" : rule(value);
    if (right) return `The value of ${name} must ${right}.`;
    given[name] = value;
  }
  const { limit = 100, offset = 0, sort_field = "name", sort_type = "asc", ...filters } = given;
  return { filters, order: { sort_field, sort_type } as ImageOrder, limit: +limit, offset: +offset };
}
