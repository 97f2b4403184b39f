// Prints what Lighthouse says of the built site on a phone, three times; fails below 99 for performance or 100 for the rest.
import { AUDITED, startAuditor } from "../test/auditor.ts";

const RUNS = 3;
const LEAST: Readonly<Record<string, number>> = {
  performance: 99,
  accessibility: 100,
  "best-practices": 100,
  seo: 100,
};

await using auditor = await startAuditor();
for (const path of AUDITED) {
  for (let run = 1; run <= RUNS; run++) {
    const { scores, failed } = await auditor.audit(path, { onlyCategories: Object.keys(LEAST) });
    const line = Object.entries(scores).map(([category, score]) => `${category} ${score}`);
    process.stdout.write(`${path} (${run} of ${RUNS}): ${line.join(", ")} ${failed.join("; ")}\n`);
    if (Object.entries(LEAST).some(([category, least]) => (scores[category] ?? 0) < least))
      process.exitCode = 1;
  }
}
