import { describe, expect, test } from "vitest";
import { readPreferences } from "../src/prefer.ts";

describe("the header Prefer", () => {
  test.each([
    ["code=503", { code: 503 }],
    ["code=503, example=iamUnavailable", { code: 503, exampleKey: "iamUnavailable" }],
    ["Code=503; Example=iamUnavailable", { code: 503, exampleKey: "iamUnavailable" }],
    ['example="empty"', { exampleKey: "empty" }],
    ["dynamic", { dynamic: true }],
    ["dynamic=true, seed=7", { dynamic: true, seed: "7" }],
  ])("%s is understood", (header, expected) => {
    expect(readPreferences(header)).toMatchObject({ dynamic: false, ...expected });
  });

  test("no header is no preference", () => {
    expect(readPreferences(null)).toBeUndefined();
  });

  test.each([
    ["code=5", 'code is "5", but has to be a status of three digits'],
    ["dynamic=yes", 'dynamic is "yes", but has to be true or false'],
    ["status=503", '"status" is not one of code, example, dynamic, seed'],
  ])("%s is refused with what would be right", (header, message) => {
    expect(() => readPreferences(header)).toThrow(message);
  });
});
