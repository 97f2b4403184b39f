// What became of each mutation: lines while they are tried, and the figures.
import { readFileSync } from "node:fs";
import { recordEvidence } from "../evidence/record.mjs";
import { equivalent } from "./equivalent.mjs";

/** @typedef {import("./mutations.mjs").Mutation} Mutation */
/** @typedef {ReturnType<typeof createReport>} Report */

/** Seconds of processor time of this process and of those that it has started, where the system tells. */
function processorSeconds() {
  try {
    const [, fields = ""] = readFileSync("/proc/self/stat", "utf8").split(") ");
    const ticks = fields.split(" ").slice(11, 15).map(Number);
    return Math.round(ticks.reduce((sum, value) => sum + value, 0) / 100);
  } catch {
    return undefined;
  }
}

/** @param {readonly string[]} names @returns {Record<string, number>} */
const countOf = (names) => {
  const counts = /** @type {Record<string, number>} */ ({});
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

export function createReport() {
  const begun = performance.now();
  const results = /** @type {{ id: string, kind: string, check?: string }[]} */ ([]);
  return {
    /** @param {Mutation} mutation @param {{ check: string, output: string } | undefined} noticed */
    add({ id, kind }, noticed) {
      results.push({ id, kind, ...(noticed && { check: noticed.check }) });
      const reason = Object.hasOwn(equivalent, id) ? "equivalent" : "SURVIVED";
      console.log(`  ${noticed ? "killed" : reason}  ${kind}  ${id}${noticed ? `  (${noticed.check})` : ""}`);
    },
    /** Prints the figures, writes those of a whole run, and fails the process if a mutation is unexplained. */
    end({ isWhole }) {
      const killed = results.filter(({ check }) => check);
      const alive = results.filter(({ check }) => !check);
      const explained = alive.filter(({ id }) => Object.hasOwn(equivalent, id));
      const survivors = alive.filter(({ id }) => !Object.hasOwn(equivalent, id));
      const wrong = Object.keys(equivalent).filter((id) =>
        isWhole ? !explained.some((one) => one.id === id) : killed.some((one) => one.id === id),
      );
      const seconds = Math.round((performance.now() - begun) / 1000);
      const kinds = [...new Set(results.map(({ kind }) => kind))].sort().map((kind) => ({
        kind,
        mutations: results.filter((one) => one.kind === kind).length,
        killed: killed.filter((one) => one.kind === kind).length,
      }));
      const checks = countOf(killed.flatMap(({ check = "" }) => check));
      if (isWhole)
        recordEvidence("contract-mutations", {
          command: "npm run mutations:contract",
          about: [
            "spec",
            "packages/client",
            "packages/mock",
            "packages/mock-server",
            "packages/cli",
            "packages/docs/src",
            "packages/docs/test",
            "scripts/mutations",
          ],
          versions: {},
          figures: {
            mutations: results.length,
            killed: killed.length,
            equivalent: explained.map(({ id, kind }) => ({ id, kind, reason: equivalent[id] })),
            survivors: survivors.map(({ id, kind }) => ({ id, kind })),
            kinds,
            checks,
            seconds,
            processorSeconds: processorSeconds(),
          },
        });
      console.log(
        `\nNoticed by: ${Object.entries(checks)
          .map(([name, count]) => `${name} ${count}`)
          .join(", ")}`,
      );
      console.log(
        `${seconds} s, of which processors worked ${processorSeconds() ?? "an unknown number of"} s`,
      );
      for (const { id } of survivors) console.log(`survived: ${id}`);
      for (const id of wrong) console.log(`has a reason but is killed or gone: ${id}`);
      console.log(
        `${results.length} mutations, ${killed.length} killed, ${explained.length} equivalent, ${survivors.length} survived`,
      );
      process.exitCode = survivors.length + wrong.length > 0 ? 1 : 0;
    },
  };
}
