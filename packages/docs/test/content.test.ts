import { readdirSync, readFileSync } from "node:fs";
import { iam, images } from "@workspace-images/spec";
import { expect, test } from "vitest";
import { samples } from "../src/described-samples.ts";
import { errorCatalogue } from "../src/error-catalogue.ts";
import { listBelow, tableRows, titledTables } from "../src/markdown-file.ts";
import { markedFacts } from "../src/marked-facts.ts";
import { pages, read } from "./site.ts";

const source = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const decoded = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const textOf = (html: string) => decoded(html.replaceAll(/<[^>]+>/g, ""));

test("the guide to errors has each tested fault and each error code of the description", () => {
  const text = textOf(read("guides/errors.html"));
  const faults = tableRows(source("client/FAULTS.md"));
  expect(faults.length).toBeGreaterThan(50);
  const codes = errorCatalogue().flatMap(({ code, remedy }) => [code, remedy.replaceAll("`", "")]);
  const expected = [...faults.flat().map((cell) => cell.replaceAll("`", "")), ...codes];
  expect(expected.filter((part) => !text.includes(part))).toEqual([]);
});

/** Texts of the code blocks of a page, which their copy buttons have. */
const codeOn = (path: string) =>
  [...read(path).matchAll(/data-code="([^"]*)"/g)].map(([, code = ""]) =>
    decoded(code.replaceAll("\x7f", "\n")),
  );

test("each sample of the operation is on its page and on that of the samples, as it is executed", () => {
  // Pages show a tab as two spaces.
  const sources = samples.map(({ file }) => source(`docs/samples/${file}`).trimEnd().replaceAll("\t", "  "));
  for (const path of ["samples.html", "reference/images/operations/listimages.html"]) {
    const shown = codeOn(path);
    expect(sources.filter((code) => !shown.includes(code))).toEqual([]);
  }
});

test("all code of the guides comes from files that tests execute", () => {
  const tested = [
    ...readdirSync(new URL("../samples/", import.meta.url), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.\w+$/.test(file))
      .map((file) => source(`docs/samples/${file}`)),
    source("mock-server/examples/list-images.ts"),
    source("mock-server/README.md"),
  ];
  const guides = pages.filter((path) => path.startsWith("guides/"));
  const shown = guides.flatMap(codeOn);
  expect(shown.length).toBeGreaterThan(15);
  expect(shown.filter((code) => !tested.some((text) => text.includes(code)))).toEqual([]);
});

test("the guide from the official SDK has each query parameter of the description", () => {
  const text = textOf(read("guides/official-sdk.html"));
  const parameters = Object.values(images.components["parameters"] ?? {}) as { name: string; in: string }[];
  const names = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  expect(names.length).toBeGreaterThan(6);
  expect(names.filter((name) => !text.includes(name))).toEqual([]);
  expect(text).toContain("withOsType");
});

test("each mark of the descriptions becomes a row", () => {
  for (const description of [images, iam]) {
    const { info: _, ...rest } = description;
    const marks = JSON.stringify(rest).match(/\*\*(?:later addition|not confirmed)/gi) ?? [];
    expect(markedFacts(description).length).toBeGreaterThanOrEqual(marks.length);
  }
});

test("a doubt is told with what it is about, and that of a server with its address", () => {
  const facts = [images, iam].flatMap(markedFacts);
  const places = facts.map(({ place }) => place);
  expect(places).toContain("servers › https://iam.eu-west-101.myhuaweicloud.eu");
  expect(places.filter((place) => /› \d/.test(place))).toEqual([]);
  const limit = facts.find(({ mark, place }) => mark === "Not confirmed" && place === "parameters › limit");
  expect(limit?.text).toMatch(/^Number of records .*\*\*Not confirmed\*\* what 0 means/);
});

test("what the mock assumes is on the page of sources", () => {
  const items = listBelow(source("mock/README.md"), "What is assumed about the service");
  expect(items.length).toBeGreaterThan(4);
  const text = textOf(read("guides/sources.html"));
  expect(items.map((item) => item.replaceAll("`", "")).filter((item) => !text.includes(item))).toEqual([]);
});

test.each(["Client", "Mocks", "Documentation pages"])("each benchmark of %s is on the page", (section) => {
  const tables = titledTables(source("bench/README.md"), section);
  expect(tables.length).toBeGreaterThan(0);
  const text = textOf(read("benchmarks.html"));
  const cells = tables.flatMap(({ title, head, rows }) => [title, ...head, ...rows.flat()]);
  expect(cells.length).toBeGreaterThan(20);
  expect(cells.filter((cell) => !text.includes(cell))).toEqual([]);
});

test.each(["Policy", "Results"])("each table of supported runtimes (%s) is on the page", (section) => {
  const tables = titledTables(source("../RUNTIMES.md"), section);
  expect(tables.length).toBeGreaterThan(1);
  const text = textOf(read("runtimes.html"));
  const cells = tables.flatMap(({ title, head, rows }) => [title, ...head, ...rows.flat()]);
  expect(cells.map((cell) => cell.replaceAll("`", "")).filter((cell) => !text.includes(cell))).toEqual([]);
});

test("the downloads are the bundles", () => {
  for (const name of ["images.yaml", "images.json", "iam.yaml", "iam.json"]) {
    expect(read(name)).toBe(source(`../spec/dist/${name}`));
  }
});
