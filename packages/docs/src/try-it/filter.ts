import { images } from "@workspace-images/spec";

/** A query parameter that the form offers. */
export interface Filter {
  readonly name: string;
  /** All allowed values, if the set is closed. */
  readonly values?: readonly string[] | undefined;
  /** Example values from the description. */
  readonly examples: readonly string[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly type: string; readonly enum?: readonly string[] };
  readonly examples: Readonly<Record<string, { readonly value: unknown }>>;
}

/** The filters and sort parameters in the description. */
export const filters: readonly Filter[] = Object.values(
  images.components["parameters"] as unknown as Readonly<Record<string, Parameter>>,
)
  .filter(({ in: place, schema }) => place === "query" && schema.type === "string")
  .map(({ name, schema, examples }) => ({
    name,
    values: schema.enum,
    examples: Object.values(examples).map(({ value }) => String(value)),
  }));
