// Figures of the checks that run on demand: a file for each, which the documentation shows.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { digestOf } from "../../packages/docs/src/evidence/digest.mjs";
import { root } from "../run.mjs";

const folder = join(root, "packages/docs/evidence");

/**
 * Writes `packages/docs/evidence/<name>.json`: the figures, with the date, the machine, and a digest of the files that
 * they are about, by which the documentation knows when they are stale.
 *
 * @param {string} name
 * @param {object} evidence
 * @param {string} evidence.command What makes the figures again, as people type it.
 * @param {readonly string[]} evidence.about Paths in the repository, folders included.
 * @param {Readonly<Record<string, string>>} evidence.versions Versions of what was tried, by name.
 * @param {unknown} evidence.figures
 */
export function recordEvidence(name, { command, about, versions, figures }) {
  const record = {
    command,
    date: new Date().toISOString().slice(0, 10),
    // Not of this process: in a new clone, the Node.js of the machine has started it.
    node: execFileSync("node", ["--version"], { encoding: "utf8" }).trim(),
    processor: `${cpus()[0]?.model.trim() ?? "unknown"}, ${cpus().length} cores`,
    about,
    digest: digestOf(about, root),
    versions,
    figures,
  };
  const file = join(folder, `${name}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(record, undefined, 2)}\n`);
}
