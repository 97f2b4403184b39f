import { describe, expect, test } from "vitest";
import { readPreferences } from "../src/prism/preferences.ts";

const failOnLine = (line: string) => {
  throw new Error(line);
};

describe("the header Prefer", () => {
  test.each([
    ["code=503", { code: 503 }],
    ["code=503, example=iamUnavailable", { code: 503, exampleKey: "iamUnavailable" }],
    ["Code=503; Example=iamUnavailable", { code: 503, exampleKey: "iamUnavailable" }],
    ['example="empty"', { exampleKey: "empty" }],
    ["dynamic", { dynamic: true }],
    ["dynamic=true, seed=7", { dynamic: true, seed: "7" }],
  ])("%s is read", (header, expected) => {
    expect(readPreferences(header, failOnLine)).toMatchObject({ dynamic: false, ...expected });
  });

  test("a missing header is no preference", () => {
    expect(readPreferences(null, failOnLine)).toBeUndefined();
  });

  test.each([
    ["respond-async", undefined],
    ["return=minimal; status=503", undefined],
    ["exampel=documented, code=503", { code: 503 }],
  ])("%s is read without its unknown preferences, which are logged", (header, expected) => {
    const lines: string[] = [];
    const read = readPreferences(header, (line) => lines.push(line));
    if (expected) expect(read).toMatchObject(expected);
    else expect(read).toBeUndefined();
    const [name] = header.split(/[=,]/);
    expect(lines[0]).toBe(
      `Prefer: ignored the unknown preference "${name}". Known: code, example, dynamic, seed.`,
    );
  });

  test.each([
    ["code=5", 'code must be a status of three digits, not "5".'],
    ["dynamic=yes", 'dynamic must be true or false, not "yes".'],
  ])("%s is rejected with what is allowed", (header, message) => {
    expect(() => readPreferences(header, failOnLine)).toThrow(message);
  });
});
