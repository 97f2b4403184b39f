// What became of each mutation, kept in a file until what the mutations are about changes: a run that was interrupted goes
// on where it stopped, and runs with `--only` add up to a whole one.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { digestOf } from "../../packages/docs/src/evidence/digest.mjs";
import { root } from "../run.mjs";

/** @typedef {{ id: string, kind: string, check?: string }} Result A result without a check is that of a survivor. */

/** The files that decide the results; texts for readers do not. */
export const ABOUT = [
  "spec",
  ...["client", "mock", "mock-server", "cli", "docs/src", "docs/test"].map((name) => `packages/${name}`),
  "scripts/mutations",
  ":(exclude)**/*.md",
];
const file = join(root, ".turbo/contract-mutations.json");

/** Seconds of processor time of this process and of those that it has started, where the system tells. */
function processorSeconds() {
  if (!existsSync("/proc/self/stat")) return 0;
  const [, fields = ""] = readFileSync("/proc/self/stat", "utf8").split(") ");
  const ticks = fields.split(" ").slice(11, 15).map(Number);
  return Math.round(ticks.reduce((sum, value) => sum + value, 0) / 100);
}

export function openResults() {
  const digest = digestOf([...ABOUT, ":(exclude)scripts/mutations/equivalent.mjs"], root);
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const before =
    kept.digest === digest
      ? kept
      : { results: /** @type {Result[]} */ ([]), seconds: 0, processorSeconds: 0 };
  const results = new Map(before.results.map((/** @type {Result} */ result) => [result.id, result]));
  const begun = performance.now();
  const times = () => ({
    seconds: before.seconds + Math.round((performance.now() - begun) / 1000),
    processorSeconds: before.processorSeconds + processorSeconds(),
  });
  return {
    /** @param {string} id @returns {Result | undefined} */
    of: (id) => results.get(id),
    times,
    /** @param {Result} result */
    add(result) {
      results.set(result.id, result);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ digest, ...times(), results: [...results.values()] }));
    },
  };
}
