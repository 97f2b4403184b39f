// Prints the Lighthouse scores of the built site on a phone, and fails if the median of five runs is too low.
import { AUDITED, startAuditor } from "../test/auditor.ts";

const RUNS = 5;
const LEAST = { performance: 99, accessibility: 100, "best-practices": 100, seo: 100 };

await using auditor = await startAuditor();
for (const path of AUDITED) {
  const runs: Readonly<Record<string, number>>[] = [];
  while (runs.length < RUNS) {
    runs.push((await auditor.audit(path, { onlyCategories: Object.keys(LEAST) })).scores);
  }
  process.stdout.write(`${path}\n`);
  for (const [category, least] of Object.entries(LEAST)) {
    const scores = runs.map((run) => run[category] ?? 0).sort((one, other) => one - other);
    process.stdout.write(`  ${category}: ${scores.join(" ")}, median at least ${least}\n`);
    if ((scores[Math.floor(RUNS / 2)] ?? 0) < least) process.exitCode = 1;
  }
}
