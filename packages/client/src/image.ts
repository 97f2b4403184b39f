import type { components, operations } from "./images.gen.ts";

/** A product image. */
export type ImageInfo = components["schemas"]["ImageInfo"];

/** One page of product images. */
export type ImagePage = components["schemas"]["ImagePage"];

/** Filters, order and position of a listing, by their names on the wire. */
export interface ImagesQuery extends NonNullable<operations["listImages"]["parameters"]["query"]> {
  /** Images on a page, from 0 to 100, which is the default. */
  // Declared here as well, because the compiler names only an interface that has something of its own; in the place of
  // any other it prints all properties.
  limit?: number;
}
