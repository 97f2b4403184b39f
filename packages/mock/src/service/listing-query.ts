import type { ImageFilters, ImageOrder } from "../images/catalogue.ts";

/** The query of a listing, with the documented defaults filled in. */
export interface ListingQuery {
  filters: ImageFilters;
  order: ImageOrder;
  limit: number;
  offset: number;
}

/** Returns what a value must do, unless it does. */
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

const rules = new Map<string, Rule>([
  ["os_type", text(0, 255)],
  ["image_type", oneOf("gold", "private")],
  ["platform", text(1, 255)],
  ["architecture", text(1, 10)],
  ["package_type", text(0, 255)],
  ["image_id", text(0, 255)],
  ["limit", integer(100)],
  ["offset", integer(5000)],
  ["sort_field", oneOf("name", "created_at")],
  ["sort_type", oneOf("asc", "desc")],
]);

/**
 * Reads the query of a listing, or returns what is wrong with it. **Assumption:** unknown parameters are ignored,
 * repeated ones are rejected, and an empty filter is no filter where it may be empty; no document says so.
 */
export function readListingQuery(query: URLSearchParams): ListingQuery | string {
  const given: Record<string, string> = {};
  for (const [name, value] of query) {
    const rule = rules.get(name);
    if (!rule) continue;
    const requirement = name in given ? "not be repeated" : rule(value);
    if (requirement) return `The value of ${name} must ${requirement}.`;
    given[name] = value;
  }
  const { limit = 100, offset = 0, sort_field = "name", sort_type = "asc", ...filters } = given;
  return { filters, order: { sort_field, sort_type } as ImageOrder, limit: +limit, offset: +offset };
}
