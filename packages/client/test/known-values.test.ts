import { expect, test } from "vitest";
import { knownValues } from "../src/index.ts";

test.each(Object.keys(knownValues) as (keyof typeof knownValues)[])(
  "the known values of %s cannot be changed for the rest of the program",
  (name) => {
    const sets: Record<string, object> = knownValues;
    expect(() => Object.assign(knownValues[name], { other: "other" })).toThrow(TypeError);
    expect(() => delete sets[name]).toThrow(TypeError);
    expect(knownValues[name]).not.toHaveProperty("other");
  },
);
