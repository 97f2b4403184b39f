// Tries out what comes from the npm registry: a runtime, a bundler or a compiler.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram } from "./program.mjs";

/**
 * What is tried out in the project. `build` must succeed; each program prints the behaviours that passed, by package,
 * and the version where it is not known before. `*` in the path of a program stands for the name of the machine.
 *
 * @typedef {readonly string[]} Command
 * @typedef {{
 *   name: string,
 *   version?: string,
 *   dependencies: Readonly<Record<string, string>>,
 *   build?: Command,
 *   programs: readonly Command[],
 * }} Subject
 *
 * @typedef {Readonly<Record<string, readonly string[]>>} Behaviours
 * @typedef {{ name: string, version: string, behaviours: Behaviours }} Result
 */

const chromium = fileURLToPath(new URL("chromium.mjs", import.meta.url));

/**
 * Gives the program that runs a bundle in Chromium.
 *
 * @param {string} bundle
 * @returns {Command}
 */
export function inChromium(bundle) {
  return ["node", chromium, bundle];
}

/**
 * @param {string} folder
 * @param {Command} command
 */
async function runIn(folder, [program = "", ...args]) {
  const [parent = "", rest] = program.split("/*");
  const [machine = ""] = rest ? await readdir(join(folder, parent)) : [];
  return runProgram([rest ? join(parent, machine, rest) : program, ...args], folder);
}

/**
 * Tries a subject out; rejects when a behaviour fails.
 *
 * @param {Subject} subject
 * @param {string} folder
 * @returns {Promise<Result>}
 */
export async function tryOut({ name, version, build, programs }, folder) {
  if (build) await runIn(folder, build);
  /** @type {object[]} */
  const printed = [];
  for (const program of programs) printed.push(JSON.parse(await runIn(folder, program)));
  const { version: own, ...behaviours } = Object.assign({}, ...printed);
  return { name, version: version ?? own, behaviours };
}
