import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

test("the page shows the command and the date of each file of evidence", () => {
  const folder = new URL("../evidence/", import.meta.url);
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(2);
  for (const file of files.filter((name) => name !== "bench.json")) {
    const { command, date } = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    expect.soft(text, file).toContain(`${command}, ${date}, Node.js`);
  }
});

test("each chart has a name, and a table with its figures", () => {
  const charts = selectAll("svg[role=img]", page).map(({ properties }) => String(properties["ariaLabel"]));
  expect(charts).toHaveLength(4);
  const tables = selectAll("main table", page).map(({ properties }) => String(properties["ariaLabel"]));
  for (const label of charts) expect.soft(tables).toContain(label.split(". Load over time")[0]);
});
