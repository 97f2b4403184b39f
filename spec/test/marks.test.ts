import { describe, expect, test } from "vitest";
import { NAMES, objects, readBundle } from "./bundle.ts";
import { literals, MARK } from "./marks.ts";

/** What else a description states in `info`: its own choices, and how it lists values that may grow. */
const CHOSEN = { images: ["x-extensible-enum", "0"], iam: ["x-extensible-enum"], sts: [] };

describe.each(NAMES)("the texts of %s", (name) => {
  const { info, ...rest } = readBundle(name);
  const texts = [...objects(rest)].flatMap(([, { description, summary }]) =>
    [description, summary as unknown].filter((text) => typeof text === "string"),
  );

  test("spell every mark in one of the ways that info and AUTHORING.md name", () => {
    expect(texts.length).toBeGreaterThan(50);
    const everyMark = new RegExp(MARK, "g");
    for (const text of texts) {
      const rest = text.replaceAll(/\s+/g, " ").replaceAll(everyMark, "");
      expect.soft(rest, text).not.toMatch(/\*\*|later addition|not confirmed|\bnote[.:]/i);
    }
  });

  test("have no mark in a summary, where it would be read as a part of it", () => {
    const summaries = [...objects(rest)].map(([, { summary }]) => String(summary));
    expect(summaries.filter((text) => MARK.test(text))).toEqual([]);
  });

  test("have every name and number that is a fact, so info has none", () => {
    expect(new Set(literals(info?.description ?? ""))).toEqual(new Set(["int32", ...CHOSEN[name]]));
  });

  test("are explained in info", () => {
    for (const mark of ["Later addition", "Not confirmed", "Note"]) {
      expect(info?.description).toContain(`- **${mark}**:`);
    }
  });
});
