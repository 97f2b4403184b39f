import type { components, operations } from "../generated/images.gen.ts";

/** A product image. */
export type ImageInfo = components["schemas"]["ImageInfo"];

/** One page of product images. */
export type ImagePage = components["schemas"]["ImagePage"];

type Query = NonNullable<operations["listImages"]["parameters"]["query"]>;
type Optional<T> = { [Name in keyof T]?: T[Name] | undefined };

/** Filters, order and position of a listing, with the names of the API. A parameter that is undefined is not sent. */
export interface ImagesQuery extends Optional<Query> {
  /** Images per page, from 0 to 100 (the default). */
  // Declared again, because the compiler shows an interface by its name only if it has a member of its own; it prints
  // all properties of any other.
  limit?: number | undefined;
}
