// Compares the descriptions with those of the last release: changesets and `info.version` must promise enough.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { readChangesets } from "@changesets/read";
import { root } from "../run.mjs";

const PACKAGE = "@workspace-images/spec";
const KINDS = ["none", "patch", "minor", "major"];

/**
 * Rejects a release of the descriptions that promises less than their changes need.
 *
 * @param {{ folder?: string, released?: string }} [places] `folder` has the changesets and `spec/package.json`, by default
 * those of the repository; `released` is the unpacked package of the last release, by default that of npm.
 */
export async function checkLeastVersion({ folder = root, released } = {}) {
  const args = ["scripts/difference.ts", "--json", ...(released ? [released] : [])];
  const { stdout } = await promisify(execFile)("node", args, { cwd: join(root, "spec") });
  /** @type {{ version?: string, descriptions: { name: string, bump: string | null, from: string, to: string }[] }} */
  const { version: last, descriptions } = JSON.parse(stdout);
  if (!last) return;
  const { version } = JSON.parse(readFileSync(join(folder, "spec/package.json"), "utf8"));
  const changesets = await readChangesets(folder);
  const promises = changesets.flatMap(({ releases }) => releases.filter(({ name }) => name === PACKAGE));
  const promised = greatest([step(last, version), ...promises.map(({ type }) => type)]);
  const needed = greatest(descriptions.map(({ bump }) => least(bump, last)));
  const problems = descriptions
    .filter(({ bump, from, to }) => isLess(step(from, to), least(bump, from)))
    .map(
      ({ name, bump, from, to }) =>
        `${name}.yaml differs from ${PACKAGE}@${last} by a ${bump} change: raise info.version from ${from} by a ${least(bump, from)} version, not to ${to}.`,
    );
  if (isLess(promised, needed))
    problems.push(
      `The changesets promise ${promised === "none" ? "no new" : `a ${promised}`} version of ${PACKAGE}, but its descriptions need a ${needed} one. Run \`pnpm --filter ${PACKAGE} difference\` for the changes, then \`pnpm changeset\`.`,
    );
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

/** @param {string} one @param {string} other */
const isLess = (one, other) => KINDS.indexOf(one) < KINDS.indexOf(other);

/** @param {string[]} kinds */
const greatest = (kinds) => kinds.reduce((one, other) => (isLess(one, other) ? other : one), "none");

/**
 * The kind of version that a change needs; before 1.0.0, a minor version may break.
 *
 * @param {string | null} bump
 * @param {string} version
 */
const least = (bump, version) => (bump === "major" && version.startsWith("0.") ? "minor" : (bump ?? "none"));

/** The kind of version that `to` is after `from`. @param {string} from @param {string} to */
function step(from, to) {
  const numbers = (/** @type {string} */ version) => version.split(".").map(Number);
  const raised = numbers(to).map((number, index) => number - (numbers(from)[index] ?? 0));
  const index = raised.findIndex((difference) => difference !== 0);
  return (raised[index] ?? 0) > 0 ? String(["major", "minor", "patch"][index]) : "none";
}
