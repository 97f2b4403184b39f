// Counts the mutants in a JSON report of Stryker.

const DETECTED = ["Killed", "Timeout"];
const UNDETECTED = ["Survived", "NoCoverage"];

/**
 * Counts mutants by folder of `src` as Stryker's score does: ignored ones and those that do not compile or run are left
 * out. Files of `src` itself have an empty folder.
 *
 * @param {{ files: Record<string, { mutants: readonly { status: string }[] }> }} report
 */
export function scoresOf({ files }) {
  /** @type {Map<string, string[]>} */
  const statuses = new Map();
  for (const [path, { mutants }] of Object.entries(files)) {
    const [, folder = ""] = /^src\/([^/]+)\//.exec(path) ?? [];
    statuses.set(folder, [...(statuses.get(folder) ?? []), ...mutants.map(({ status }) => status)]);
  }
  return [...statuses].map(([folder, all]) => {
    const detected = all.filter((status) => DETECTED.includes(status)).length;
    const survived = all.filter((status) => UNDETECTED.includes(status)).length;
    return { folder, mutations: detected + survived, detected, survived };
  });
}
