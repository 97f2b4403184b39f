import type { components, operations } from "./images.gen.ts";

/** A product image. */
export type ImageInfo = components["schemas"]["ImageInfo"];

/** One page of product images. */
export type ImagePage = components["schemas"]["ImagePage"];

/** Filters, order and position of a listing, by their names on the wire. */
export type ImagesQuery = NonNullable<operations["listImages"]["parameters"]["query"]>;
