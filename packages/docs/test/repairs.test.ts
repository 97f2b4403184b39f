import { images } from "@workspace-images/spec";
import { fromHtml } from "hast-util-from-html";
import { selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { expect, test } from "vitest";
import { pages, read } from "./site.ts";

const texts = (name: string, selector: string) => selectAll(selector, fromHtml(read(name))).map(textOf);
const OPERATION = "reference/images/operations/listimages.html";

test("lists each credential of an operation with all its headers", () => {
  const credentials = (images["security"] as readonly object[]).map((headers) =>
    Object.keys(headers).join(" with "),
  );
  expect(credentials).toHaveLength(3);
  expect(texts(OPERATION, ".sl-openapi-security-schemes li")).toEqual(credentials);
});

test("writes the bounds of a value in words, as one range", () => {
  const bounds = (id: string, page = OPERATION) =>
    texts(page, `[id="${id}"] > .sl-openapi-key-description > .sl-openapi-tags .sl-openapi-tag`);
  expect(bounds("query-limit")).toEqual(["default: 100", "0 to 100"]);
  expect(bounds("query-platform")).toEqual(["1 to 255 characters"]);
  expect(bounds("query-os_type")).toEqual(["at most 255 characters"]);
  expect(bounds("200-images-id")).toEqual(["at least 1 character"]);
  const passcode = "body-auth-identity-totp-user-passcode";
  expect(bounds(passcode, "reference/iam/operations/createtoken.html")).toEqual(["exactly 6 characters"]);
  const operations = pages.filter((page) => page.includes("/operations/"));
  const said = new Set(operations.flatMap((page) => texts(page, ".sl-openapi-tag")));
  expect([...said].filter((text) => /[<>]|\b1 \w+s$/.test(text))).toEqual([]);
  expect(said).toContain("at least 1 property");
});

test("starts each field with its type", () => {
  for (const name of pages.filter((page) => page.includes("/operations/"))) {
    const firsts = selectAll(
      ".sl-openapi-key-description:has(> div > .sl-openapi-type)",
      fromHtml(read(name)),
    ).map(({ children }) => children.find(({ type }) => type === "element") as never);
    expect(firsts.length).toBeGreaterThan(30);
    const late = firsts.filter((first) => selectAll(".sl-openapi-type", first).length === 0);
    expect(late.map(textOf), name).toEqual([]);
  }
});

test("describes the body of an error once, and closes the repetitions", () => {
  const page = fromHtml(read(OPERATION));
  const bodies = (name: string) => selectAll(`[role=tabpanel] > details:${name}`, page);
  expect(bodies("is([open])").length).toBe(2);
  const repeated = bodies("not([open])");
  expect(repeated.length).toBe(7);
  for (const body of repeated) {
    expect(textOf(body)).toMatch(/^object as with 400Body of an error response\..*error_code/s);
  }
});

test("separates a name from the text before it, even where only the style sheet does", () => {
  const path = "reference/iam/operations/createtoken.html";
  expect(texts(path, "h2")).toContain("Request Body required");
  expect(texts(path, ".sl-openapi-content-picker-select")).toContain("Media type application/json");
  expect(texts("guides/errors.html", ".error-codes thead").map((text) => text.trim())).toEqual([
    "Status Code Meaning Remedy",
  ]);
});

test("labels the links to the previous and next page with their titles", () => {
  for (const name of pages) {
    for (const link of selectAll("footer a:is([rel=prev], [rel=next])", fromHtml(read(name)))) {
      const target = new URL(String(link.properties["href"]), `https://site.test/${name}`).pathname.slice(1);
      const [label] = selectAll(".link-title", link).map(textOf);
      expect.soft(texts(target, "h1").join(), `${name} to ${target}`).toContain(label);
    }
  }
});
