import { expect, test } from "vitest";
import { printable, printableJson } from "../src/terminal/printable.ts";

/** Every character that is not a surrogate. */
const characters = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));
const isHidden = (character: string) =>
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(character);

test("replaces every control, format and invisible character between letters, and no other", () => {
  const hidden = characters.filter(isHidden);
  expect(hidden.length).toBeGreaterThan(300);
  expect(hidden.filter((character) => printable(`a${character}b`) !== "a\ufffdb")).toEqual([]);
  const others = characters.filter((character) => !isHidden(character)).join("");
  expect(printable(others)).toBe(others);
});

test("two names that differ only in an invisible character look different", () => {
  expect(printable("WIN11\u200b")).not.toBe(printable("WIN11"));
  expect(printable("WIN11\u{e0041}")).not.toBe(printable("WIN11"));
});

test.each([
  ["Persian", "می\u200cخواهم"],
  ["Hindi", "क्\u200dष"],
  ["a family", "👩\u200d👩\u200d👧"],
  ["a runner", "🏃🏽\u200d♀\ufe0f"],
  ["a heart", "❤\ufe0f"],
  ["Chinese", "办公　桌面"],
])("keeps %s as it is written", (_, text) => {
  expect(printable(text)).toBe(text);
});

test.each([
  ["at the end of a word", "می\u200c"],
  ["beside a space", "می\u200c خواهم"],
  ["between Latin letters", "a\u200db"],
  ["twice", "می\u200c\u200cخواهم"],
])("replaces a joiner %s", (_, text) => {
  expect(printable(text)).toContain("\ufffd");
});

test("JSON has escapes instead, and means the same", () => {
  for (const character of characters.filter(isHidden)) {
    const json = printableJson(JSON.stringify({ name: `a${character}b` }, null, 2));
    expect(json).toMatch(/^\{\n {2}"name": "a\\\S+b"\n\}$/);
    expect(JSON.parse(json)).toEqual({ name: `a${character}b` });
  }
});
