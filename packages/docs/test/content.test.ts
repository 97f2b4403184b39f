import { readFileSync } from "node:fs";
import { iam, images } from "@workspace-images/spec";
import { expect, test } from "vitest";
import { errorCatalogue } from "../src/error-catalogue.ts";
import { listBelow, tableRows } from "../src/markdown-file.ts";
import { markedFacts } from "../src/marked-facts.ts";
import { read } from "./site.ts";

const source = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

test("the guide to errors has each tested fault and each error code of the description", () => {
  const text = textOf(read("guides/errors.html"));
  const faults = tableRows(source("client/FAULTS.md"));
  expect(faults.length).toBeGreaterThan(50);
  const codes = errorCatalogue().flatMap(({ code, remedy }) => [code, remedy.replaceAll("`", "")]);
  const expected = [...faults.flat().map((cell) => cell.replaceAll("`", "")), ...codes];
  expect(expected.filter((part) => !text.includes(part))).toEqual([]);
});

test("each mark of the descriptions becomes a row", () => {
  for (const description of [images, iam]) {
    const { info: _, ...rest } = description;
    const marks = JSON.stringify(rest).match(/\*\*(?:later addition|not confirmed)/gi) ?? [];
    expect(markedFacts(description).length).toBeGreaterThanOrEqual(marks.length);
  }
});

test("what the mock assumes is on the page of sources", () => {
  const items = listBelow(source("mock/README.md"), "What is assumed about the service");
  expect(items.length).toBeGreaterThan(4);
  const text = textOf(read("guides/sources.html"));
  expect(items.map((item) => item.replaceAll("`", "")).filter((item) => !text.includes(item))).toEqual([]);
});

test("the downloads are the bundles", () => {
  for (const name of ["images.yaml", "images.json", "iam.yaml", "iam.json"]) {
    expect(read(name)).toBe(source(`../spec/dist/${name}`));
  }
});
