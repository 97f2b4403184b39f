import type { Schema } from "./description.ts";

const SIZES = [
  ["minLength", "maxLength", "character"],
  ["minItems", "maxItems", "item"],
  ["minProperties", "maxProperties", "property"],
] as const;

/** Says what values a schema allows, such as `0 to 100` and `1 to 255 characters`. */
export function boundsOf(schema: Schema): readonly string[] {
  const { minimum, maximum } = schema;
  const sizes = SIZES.flatMap(([least, most, unit]) => range(schema[least], schema[most], unit));
  return [...range(minimum, maximum), ...sizes];
}

function range(least: unknown, most: unknown, unit?: string): readonly string[] {
  const amount = (value: unknown) => (unit ? `${value} ${value === 1 ? unit : plural(unit)}` : String(value));
  if (least !== undefined && least === most) return [`exactly ${amount(most)}`];
  if (least !== undefined && most !== undefined) return [`${least} to ${amount(most)}`];
  if (least !== undefined) return [`at least ${amount(least)}`];
  return most === undefined ? [] : [`at most ${amount(most)}`];
}

/** Says the type of a value, such as `string or null` and `array of objects`. */
export function typeOf({ type = "object", items }: Schema): string {
  const names = [type].flat().join(" or ");
  return items ? `${names} of ${plural(typeOf(items))}` : names;
}

function plural(word: string): string {
  return word.replace(/y$/, "ie").concat("s");
}
