import { images } from "@workspace-images/spec";

/** A query parameter of the listing as it is filled in. */
export interface Filter {
  readonly name: string;
  /** The only values of a closed set. */
  readonly values?: readonly string[] | undefined;
  /** Values that the description gives as examples. */
  readonly examples: readonly string[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly type: string; readonly enum?: readonly string[] };
  readonly examples: Readonly<Record<string, { readonly value: unknown }>>;
}

/** Filters and order of the listing, from its description. */
export const filters: readonly Filter[] = Object.values(
  images.components["parameters"] as unknown as Readonly<Record<string, Parameter>>,
)
  .filter(({ in: place, schema }) => place === "query" && schema.type === "string")
  .map(({ name, schema, examples }) => ({
    name,
    values: schema.enum,
    examples: Object.values(examples).map(({ value }) => String(value)),
  }));
