// The figures of the results.
import { recordEvidence } from "../evidence/record.mjs";
import { equivalent } from "./equivalent.mjs";
import { ABOUT } from "./results.mjs";

/** @typedef {import("./results.mjs").Result} Result */

/** Counts results by a property, with how many of them are killed. @param {readonly Result[]} results @param {"kind" | "check"} property */
function countsBy(results, property) {
  const names = [...new Set(results.map((result) => result[property] ?? ""))].sort();
  return names.map((name) => {
    const all = results.filter((result) => result[property] === name);
    return { [property]: name, mutations: all.length, killed: all.filter(({ check }) => check).length };
  });
}

/** @param {Result} result */
export const isEquivalent = ({ id, check }) => !check && Object.hasOwn(equivalent, id);

/**
 * Prints the figures, records those of all mutations, and returns whether each survivor has a reason, and each reason a
 * survivor.
 *
 * @param {readonly Result[]} results
 * @param {{ seconds: number, processorSeconds: number }} times
 * @param {boolean} isWhole Whether these are the results of all mutations.
 */
export function report(results, times, isWhole) {
  const killed = results.filter(({ check }) => check);
  const explained = results.filter(isEquivalent);
  const survivors = results.filter((result) => !result.check && !isEquivalent(result));
  const figures = {
    mutations: results.length,
    killed: killed.length,
    equivalent: explained.map(({ id, kind }) => ({ id, kind, reason: equivalent[id] })),
    survivors: survivors.map(({ id, kind }) => ({ id, kind })),
    kinds: countsBy(results, "kind"),
    checks: countsBy(killed, "check").map(({ check, killed }) => ({ check, killed })),
    ...times,
  };
  if (isWhole)
    recordEvidence("contract-mutations", {
      command: "npm run mutations:contract",
      about: ABOUT,
      versions: {},
      figures,
    });

  for (const { check, killed } of figures.checks) console.log(`noticed by ${check}: ${killed}`);
  console.log(`${times.seconds} s, of which processors worked ${times.processorSeconds || "?"} s`);
  for (const { id } of survivors) console.log(`survived: ${id}`);
  const unneeded = Object.keys(equivalent).filter((id) =>
    isWhole ? !explained.some((one) => one.id === id) : killed.some((one) => one.id === id),
  );
  for (const id of unneeded) console.log(`has a reason, but is noticed or gone: ${id}`);
  console.log(
    `${results.length} mutations, ${killed.length} killed, ${explained.length} equivalent, ${survivors.length} survived`,
  );
  return survivors.length + unneeded.length === 0;
}
