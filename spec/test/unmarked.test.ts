import { describe, expect, test } from "vitest";
import { NAMES } from "./bundle.ts";
import { additions, rowsOf } from "./documented.ts";
import { literals, marked, plain, unmarked } from "./marks.ts";
import { places } from "./places.ts";

const LENGTHS = ["minLength", "maxLength"]; // their source is stated once, in `info`
const KEYWORDS = [
  ...LENGTHS,
  "minimum",
  "maximum",
  "default",
  "enum",
  "x-extensible-enum",
  "minItems",
  "maxItems",
];

describe.each(NAMES)("what the description of %s says without a mark", (name) => {
  const rows = rowsOf(name);
  const all = places(name);
  const names = [...rows.keys()].map((at) => at.split(/[ .]/).at(-1));

  test.each(all.filter(({ isReference }) => !isReference))("at $at is on the page", ({ at, node }) => {
    const own = rows.get(at) ?? [];
    const words = own.flatMap(({ says = [] }) => says).map((word) => word.toLowerCase());
    const bounds = own.flatMap((row) => [row.minimum, row.maximum, row.default].map(String));
    const known = new Set([...names, ...bounds, ...own.flatMap(({ values = [] }) => values)]);
    for (const sentence of unmarked(node.description ?? "")) {
      expect
        .soft(
          words.filter((word) => plain(sentence).includes(word)),
          sentence,
        )
        .not.toEqual([]);
      const strange = literals(sentence).filter(
        (literal) => !known.has(literal) && !words.some((word) => word.includes(literal.toLowerCase())),
      );
      expect.soft(strange, sentence).toEqual([]);
    }
  });

  const bounded = all.filter(({ at, isReference }) => !/^(example|server) /.test(at) && !isReference);
  test.each(bounded)("of the values at $at is on the page", ({ at, node, isRequired }) => {
    const schema = node["schema"] ?? node;
    const [row = {}] = rows.get(at) ?? [];
    const isCredential = at.startsWith("credential ");
    const facts: Record<string, unknown> = {
      ...Object.fromEntries(KEYWORDS.map((keyword) => [keyword, schema[keyword]])),
      type: isCredential ? undefined : schema["type"],
      items: schema["items"]?.["enum"] ?? schema["items"]?.["x-extensible-enum"],
    };
    if (facts["minimum"] === 0) delete facts["minimum"]; // stated once, in `info`
    const { values, mandatory, ...others } = row as { values?: unknown; mandatory?: boolean };
    const onPage: Record<string, unknown> = {
      type: /[ .]/.test(at) ? "string" : "object",
      ...others,
      enum: values,
      "x-extensible-enum": values,
    };
    const later = additions.values[at] ?? {};
    for (const [keyword, value] of Object.entries(facts)) {
      if (value === undefined) expect(later).not.toHaveProperty(keyword);
      else expect.soft(later[keyword] ?? onPage[keyword], keyword).toEqual(value);
    }
    const needsMark = Object.keys(later).some((keyword) => !LENGTHS.includes(keyword));
    if (needsMark) expect(marked(node.description)).not.toEqual([]);
    if (isRequired && at.includes(" ")) expect(mandatory ?? at.endsWith(" body")).toBe(true);
  });
});
