interface Schema {
  readonly [keyword: string]: unknown;
  readonly type?: string | readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const RULE = `/** What a value must be. Properties that are not named, and values of open sets, are free. */
export interface Rule {
  readonly types: readonly string[];
  /** Smallest number, length of a string in characters, or length of an array. */
  readonly min?: number;
  readonly max?: number;
  readonly items?: Rule;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Rule>>;
}`;
const TYPES = ["object", "array", "string", "integer", "boolean", "null"];
/** Keywords that do not decide whether a value is valid; the known values of an open set are examples. */
const ANNOTATIONS = [
  "title",
  "description",
  "examples",
  "default",
  "deprecated",
  "format",
  "readOnly",
  "x-extensible-enum",
  "x-enumDescriptions",
  "x-unit",
];
const MIN = ["minLength", "minimum", "minItems"];
const MAX = ["maxLength", "maximum", "maxItems"];
const CHECKED = ["type", "required", "properties", "items", ...MIN, ...MAX];

/** Returns the bound of a schema. It may have only one of the keywords, because each belongs to another type. */
function bound(schema: Schema, keywords: readonly string[], place: string): unknown {
  const [value, ...others] = keywords.flatMap((keyword) => schema[keyword] ?? []);
  if (others.length > 0)
    throw new Error(`${place}: the validator supports only one of ${keywords.join(", ")}`);
  return value;
}

/** Writes a schema as an expression of a rule; a part that is a schema of its own becomes its name. */
function rule(schema: Schema, place: string, names: ReadonlyMap<string, string>): string {
  const { type, required, properties, items } = schema;
  const unknown = Object.keys(schema).find((keyword) => ![...CHECKED, ...ANNOTATIONS].includes(keyword));
  if (unknown) throw new Error(`${place}: the validator does not support "${unknown}" here; add it first`);
  const part = (value: Schema, name: string) =>
    names.get(JSON.stringify(value)) ?? rule(value, `${place}/${name}`, names);
  const types = [type ?? []].flat();
  if (types.length === 0 || !types.every((name) => TYPES.includes(name)))
    throw new Error(`${place}: the validator needs a "type" among ${TYPES.join(", ")}`);
  const fields = {
    types: JSON.stringify(types),
    min: JSON.stringify(bound(schema, MIN, place)),
    max: JSON.stringify(bound(schema, MAX, place)),
    items: items && part(items, "items"),
    required: required && JSON.stringify(required),
    properties:
      properties &&
      `{\n${Object.entries(properties)
        .map(([name, property]) => `    ${name}: ${part(property, name)},\n`)
        .join("")}  }`,
  };
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return properties
    ? `{\n${present.map(([name, value]) => `  ${name}: ${value},\n`).join("")}}`
    : `{ ${present.map(([name, value]) => `${name}: ${value}`).join(", ")} }`;
}

/**
 * Writes the rules that responses are validated by, one constant for each schema of a description without references.
 *
 * @throws {Error} when a schema uses a keyword or a type that the validation would ignore.
 */
export function validator(schemas: Readonly<Record<string, Schema>>): string {
  const texts = Object.entries(schemas).map(([name, schema]) => ({
    name,
    schema,
    text: JSON.stringify(schema),
  }));
  const names = new Map(texts.map(({ name, text }) => [text, name]));
  // A schema is longer than those that it contains, which must come before it.
  const ordered = texts.sort((one, other) => one.text.length - other.text.length);
  const constants = ordered.map(({ name, schema }) => `const ${name}: Rule = ${rule(schema, name, names)};`);
  return [
    RULE,
    ...constants,
    `/** What the schemas of the description require of a value. */\nexport const rules = { ${Object.keys(schemas).sort().join(", ")} };`,
  ].join("\n\n");
}
