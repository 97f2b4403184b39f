import { boundsOf, typeOf } from "./bounds.ts";
import type { DescribedExample, Header, Named, Parameter, Schema } from "./description.ts";
import { type MarkedText, markedText } from "./mark.ts";

/** A value that a parameter, header or field can have. */
export interface EntryExample {
  /** Set if the example has a name, and so a link of its own. */
  readonly id?: string;
  readonly value: string;
  readonly summary?: string;
}

/** A parameter, a header or a field. */
export interface Entry extends MarkedText {
  readonly id: string;
  /** What leads to the name, such as `images[].`. */
  readonly parents: string;
  readonly name: string;
  readonly type: string;
  readonly bounds: readonly string[];
  readonly default?: string;
  /** When it must be given, such as `required` or `required with a token`. */
  readonly required?: string;
  /** The values that are allowed, or known today. */
  readonly values?: { readonly isClosed: boolean; readonly names: readonly string[] };
  readonly examples: readonly EntryExample[];
  /** What else is known, beside the type. */
  readonly note?: string | undefined;
  /** Other IDs by which links lead here. */
  readonly aliases?: readonly string[];
}

/** Returns the entry of a parameter. */
export function parameterEntry({ name, in: place, schema, required, ...parameter }: Parameter): Entry {
  const id = `${place}-${name}`;
  return {
    ...entryOf(id, name, schema, parameter.description, required),
    examples: namedExamples(id, parameter.examples),
  };
}

/** Returns the entry of a header of a response. */
export function headerEntry(status: string, name: string, header: Header): Entry {
  const { schema, description, required, example, examples } = header;
  const id = `${status}-header-${name}`;
  const single = example === undefined ? [] : [{ id: `${id}-example`, value: written(example) }];
  return {
    ...entryOf(id, name, schema, description, required),
    type: "header",
    examples: [...single, ...namedExamples(id, examples)],
  };
}

/** Returns the entries of the fields of a body, each before the fields in it. */
export function fieldEntries(prefix: string, schema: Schema, parents = ""): readonly Entry[] {
  const { properties = {}, required = [], items, allOf = [] } = schema;
  return [
    ...allOf.flatMap((part) => fieldEntries(prefix, part, parents)),
    ...(items ? fieldEntries(prefix, items, parents) : []),
    ...Object.entries(properties).flatMap(([name, field]) => {
      const id = `${prefix}-${name}`;
      const text = [field.description, field.items?.description].filter(Boolean).join("\n\n");
      const own = { ...entryOf(id, name, field, text, required.includes(name)), parents };
      return [own, ...fieldEntries(id, field, `${parents}${name}${field.items ? "[]" : ""}.`)];
    }),
  ];
}

function entryOf(id: string, name: string, schema: Schema, description: string, isRequired = false): Entry {
  const unit = schema["x-unit"];
  const values = valuesOf(schema);
  const examples = (schema.examples ?? []).filter(isScalar).map(written);
  return {
    id,
    parents: "",
    name,
    type: typeOf(schema) + (unit ? `, ${unit}` : ""),
    bounds: boundsOf(schema),
    ...(schema.default !== undefined && { default: written(schema.default) }),
    ...(isRequired && { required: "required" }),
    ...(values && { values }),
    examples: examples.filter((value) => !values?.names.includes(value)).map((value) => ({ value })),
    ...markedText(description),
  };
}

function valuesOf(schema: Schema): Entry["values"] {
  const of = schema.items ?? schema;
  const names = of.enum ?? of["x-extensible-enum"];
  return names && { isClosed: Boolean(of.enum), names: names.map(written) };
}

function namedExamples(id: string, examples: Named<DescribedExample> = {}): readonly EntryExample[] {
  return Object.entries(examples).map(([name, { value, summary }]) => ({
    id: `${id}-example-${name}`,
    value: written(value),
    ...(summary && { summary }),
  }));
}

function isScalar(value: unknown): boolean {
  return (typeof value !== "object" || value === null) && value !== "";
}

function written(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
