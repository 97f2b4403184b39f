import { describe, expect, test } from "vitest";
import { readPreferences } from "../src/preferences.ts";

describe("the header Prefer", () => {
  test.each([
    ["code=503", { code: 503 }],
    ["code=503, example=iamUnavailable", { code: 503, exampleKey: "iamUnavailable" }],
    ["Code=503; Example=iamUnavailable", { code: 503, exampleKey: "iamUnavailable" }],
    ['example="empty"', { exampleKey: "empty" }],
    ["dynamic", { dynamic: true }],
    ["dynamic=true, seed=7", { dynamic: true, seed: "7" }],
  ])("%s is read", (header, expected) => {
    expect(readPreferences(header)).toMatchObject({ dynamic: false, ...expected });
  });

  test("a missing header is no preference", () => {
    expect(readPreferences(null)).toBeUndefined();
  });

  test.each([
    ["code=5", 'code must be a status of three digits, not "5".'],
    ["dynamic=yes", 'dynamic must be true or false, not "yes".'],
    ["status=503", 'unknown preference "status". Use code, example, dynamic or seed.'],
  ])("%s is rejected with what is allowed", (header, message) => {
    expect(() => readPreferences(header)).toThrow(message);
  });
});
