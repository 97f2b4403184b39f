import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { AUDITED, type Finding, startAuditor } from "@workspace-images/docs/auditor";
import { median } from "../report/statistic.ts";
import type { Table } from "../report/table.ts";

/** What is measured, by the names of the budgets. */
export interface MeasuredSite {
  "first-view": number;
  "lost-points": number;
}

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const docs = join(createRequire(import.meta.url).resolve("@workspace-images/docs/package.json"), "..");

/** Builds the site, and returns the seconds that it took. */
async function timeBuild(): Promise<number> {
  const startedAt = performance.now();
  await promisify(execFile)(process.execPath, ["--run", "build"], { cwd: docs });
  return (performance.now() - startedAt) / 1000;
}

/** Measures the two pages of the built site that most readers see first. */
export async function* siteTables(isQuick: boolean, measured: MeasuredSite): AsyncGenerator<Table> {
  const runs = isQuick ? 1 : 5;
  const build = isQuick ? "" : `; the whole site is built in ${(await timeBuild()).toFixed(0)} s`;
  await using auditor = await startAuditor();
  const rows: string[][] = [];
  const views: number[] = [];
  const scores: number[] = [];
  for (const path of AUDITED) {
    const findings: Finding[] = [];
    for (let run = 0; run < runs; run++)
      findings.push(await auditor.audit(path, { onlyCategories: [...CATEGORIES] }));
    const view = median(findings.map(({ bytes }) => bytes ?? Number.NaN)) / 1000;
    const points = CATEGORIES.map((category) =>
      median(findings.map((finding) => finding.scores[category] ?? 0)),
    );
    views.push(view);
    scores.push(...points);
    const html = readFileSync(join(docs, "dist", path));
    rows.push([
      path.replace(/^.*\//, ""),
      ...[view, html.length / 1000, gzipSync(html).length / 1000].map((size) => size.toFixed(1)),
      ...points.map((point) => point.toFixed(0)),
    ]);
  }
  measured["first-view"] = Math.max(...views);
  measured["lost-points"] = 100 - Math.min(...scores);
  yield {
    title: "Our pages",
    note: `kB of 1000 bytes; the first view as transferred, gzipped; scores of Lighthouse on an emulated phone, median of ${runs}${build}`,
    columns: ["page", "first view, kB", "HTML, kB", "gzipped, kB", ...CATEGORIES],
    rows: rows.sort(([, one], [, other]) => Number(one) - Number(other)),
  };
}
