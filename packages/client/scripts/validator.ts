import type { OpenApiDescription } from "@workspace-images/spec";

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

/** Writes a schema as an expression of a rule; a reference becomes the name of its target. */
function rule(schema: Schema, place: string): string {
  const { type, required, properties, items, $ref } = schema;
  const known = $ref === undefined ? [...CHECKED, ...ANNOTATIONS] : ["$ref", ...ANNOTATIONS];
  const unknown = Object.keys(schema).find((keyword) => !known.includes(keyword));
  if (unknown) throw new Error(`${place}: the validator does not support "${unknown}" here; add it first`);
  if (typeof $ref === "string") return $ref.replace("#/components/schemas/", "");
  const types = [type ?? []].flat();
  if (types.length === 0 || !types.every((name) => TYPES.includes(name)))
    throw new Error(`${place}: the validator needs a "type" among ${TYPES.join(", ")}`);
  const fields = {
    types: JSON.stringify(types),
    min: JSON.stringify(bound(schema, MIN, place)),
    max: JSON.stringify(bound(schema, MAX, place)),
    items: items && rule(items, `${place}/items`),
    required: required && JSON.stringify(required),
    properties:
      properties &&
      `{\n${Object.entries(properties)
        .map(([name, property]) => `    ${name}: ${rule(property, `${place}/${name}`)},\n`)
        .join("")}  }`,
  };
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return properties
    ? `{\n${present.map(([name, value]) => `  ${name}: ${value},\n`).join("")}}`
    : `{ ${present.map(([name, value]) => `${name}: ${value}`).join(", ")} }`;
}

/**
 * Writes the rules that responses are validated by, one constant for each schema of the description.
 *
 * @throws {Error} when a schema uses a keyword or a type that the validation would ignore.
 */
export function validator({ components }: OpenApiDescription): string {
  const schemas = components["schemas"] as Readonly<Record<string, Schema>>;
  const written = new Map<string, string>();
  const open: string[] = [];
  function write(name: string): void {
    if (written.has(name)) return;
    const schema = schemas[name];
    if (!schema || open.includes(name))
      throw new Error(`${name}: the validator cannot follow this reference`);
    open.push(name);
    const used = JSON.stringify(schema).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
    for (const [, target = ""] of used) write(target);
    open.pop();
    written.set(name, `const ${name}: Rule = ${rule(schema, name)};`);
  }
  for (const name of Object.keys(schemas)) write(name);
  return [
    RULE,
    ...written.values(),
    `/** What the schemas of the description require of a value. */\nexport const rules = { ${[...written.keys()].sort().join(", ")} };`,
  ].join("\n\n");
}
