// Tries a mutation in a copy of the repository: changes the file, generates again what follows from it, and runs checks
// until one notices.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError, root } from "../run.mjs";
import { buildDescriptions, ofContract, ofDescriptions, ofPages, ofSamples, packages } from "./checks.mjs";

/** @typedef {import("./mutations.mjs").Mutation} Mutation */
/** @typedef {import("./checks.mjs").Check} Check */

/** A check that failed. */
class Noticed extends Error {
  /** @param {string} check @param {string} output */
  constructor(check, output) {
    super(`${check} failed\n${output}`);
    this.check = check;
  }
}

/** @param {string} folder @param {string} place */
function generatedIn(folder, place) {
  const path = join(folder, place, "src/generated");
  return readdirSync(path)
    .map((name) => readFileSync(join(path, name), "utf8"))
    .join("\n");
}

/** Whether the generated code of a package is another one than in the repository. @param {string} folder */
const isChanged =
  (folder) =>
  (/** @type {{ place: string }} */ { place }) =>
    generatedIn(folder, place) !== generatedIn(root, place);

/** The checks of a mutated file in the order of their cost, after what must run before them. @param {string} file @param {string} folder @returns {Generator<Check>} */
function* checksOf(file, folder) {
  if (file.startsWith("spec/samples/")) return yield* ofSamples;
  if (file.startsWith("packages/docs/")) return yield* ofPages;
  const isDescription = file.startsWith("spec/");
  if (isDescription) {
    if (!file.startsWith("spec/dist/")) yield buildDescriptions;
    yield* ofDescriptions;
    for (const { generate } of packages) yield generate;
  }
  const changed = packages.filter(isChanged(folder));
  for (const { checks } of changed) yield* checks;
  for (const { build, place } of changed) if (place !== "packages/cli") yield build;
  if (isDescription || !file.startsWith("packages/cli/")) yield* ofContract;
}

/** Puts back what a trial has changed. @param {string} folder @param {string} file */
function restore(folder, file) {
  const places = packages.flatMap(({ place }) => [`${place}/src/generated`, `${place}/dist`]);
  for (const place of [file, "spec/dist", ...places]) {
    rmSync(join(folder, place), { recursive: true, force: true });
    cpSync(join(root, place), join(folder, place), { recursive: true });
  }
}

/** Runs checks up to the first that fails. @param {string} folder @param {Iterable<Check>} checks */
export async function runChecks(folder, checks) {
  for (const { name, run } of checks) {
    try {
      await run(folder);
    } catch (error) {
      if (error instanceof CommandError) throw new Noticed(name, error.output);
      throw error;
    }
  }
}

/**
 * Tries a mutation and returns the check that noticed it, or nothing.
 *
 * @param {string} folder The copy, which is as before afterwards.
 * @param {Mutation} mutation
 */
export async function tryMutation(folder, { file, edit }) {
  try {
    writeFileSync(join(folder, file), edit(readFileSync(join(folder, file), "utf8")));
    await runChecks(folder, checksOf(file, folder));
    return undefined;
  } catch (error) {
    if (error instanceof Noticed) return error.check;
    throw error;
  } finally {
    restore(folder, file);
  }
}
