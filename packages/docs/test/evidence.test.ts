import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lineChart } from "../src/evidence/charts.ts";
import { digestOf } from "../src/evidence/digest.mjs";
import { isStale, readEvidence } from "../src/evidence/evidence.ts";
import { read } from "./site.ts";

const page = fromHtml(read("evidence.html"));
const text = textOf(select("main", page) ?? page).replaceAll(/\s+/g, " ");

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "evidence-"));
  mkdirSync(join(root, "src"));
  writeFileSync(join(root, "src/a.ts"), "1");
});
afterEach(() => rmSync(root, { recursive: true }));

test("figures are stale once a file that they are about has changed", () => {
  execFileSync("git", ["init", "--quiet"], { cwd: root });
  const evidence = { about: ["src"], digest: digestOf(["src"], root) };
  expect(isStale(evidence, root)).toBe(false);
  writeFileSync(join(root, "src/a.ts"), "2");
  expect(isStale(evidence, root)).toBe(true);
});

test("without a git repository, nothing is called stale", () => {
  expect(isStale({ about: ["src"], digest: "0" }, root)).toBe(false);
});

test("a check that was not run yet has no figures", () => {
  expect(readEvidence("outage", root)).toBeUndefined();
});

test("a chart starts at zero, ends at a round number above its values, and names minutes", () => {
  const svg = fromHtml(lineChart("Load", [{ name: "a", values: [0, 3.7, 1] }], 60, [0, 60]), {
    fragment: true,
  });
  const labels = selectAll("text", svg).map((label) => textOf(label));
  expect(labels.slice(0, 5)).toEqual(["0", "1", "2", "3", "4"]);
  expect(labels).toContain("2 min");
  expect(selectAll("svg[role=img][aria-label=Load]", svg)).toHaveLength(1);
});

const recorded = (folder: string) =>
  readdirSync(new URL(`../evidence/${folder}`, import.meta.url))
    .filter((file) => file.endsWith(".json") && file !== "bench.json")
    .map((file) => `${folder}${file.replace(".json", "")}`);
const evidenceOf = (name: string) =>
  readEvidence<{ package: string; folder: string; detected: number }>(
    name,
    fileURLToPath(new URL("../../..", import.meta.url)),
  ) ?? expect.fail();

test("the page shows the command and the date of each file of evidence", () => {
  expect(recorded("").length).toBeGreaterThan(2);
  for (const name of recorded("")) {
    const { command, date } = evidenceOf(name);
    expect.soft(text, name).toContain(`${command}, ${date}, Node.js`);
  }
});

test("the tables of changed code have a row for each measured folder, with its date", () => {
  expect(recorded("code-mutations/").length).toBeGreaterThan(2);
  for (const name of recorded("code-mutations/")) {
    const { date, figures } = evidenceOf(name);
    const table = select(`main table[aria-label="Code mutations of ${figures.package}"]`, page);
    const rows = selectAll("tr", table).map((row) => selectAll("td", row).map((cell) => textOf(cell)));
    const [, , detected, , measured] =
      rows.find(([first]) => first?.replace("src/", "") === figures.folder) ?? [];
    expect.soft(detected, name).toBe(`${figures.detected}`);
    expect.soft(measured, name).toMatch(new RegExp(`${date}$`));
  }
});

test("each chart has a name, and a table with its figures", () => {
  const charts = selectAll("svg[role=img]", page).map(({ properties }) => String(properties["ariaLabel"]));
  expect(charts).toHaveLength(4);
  const tables = selectAll("main table", page).map(({ properties }) => String(properties["ariaLabel"]));
  for (const label of charts) expect.soft(tables).toContain(label.split(". Load over time")[0]);
});
