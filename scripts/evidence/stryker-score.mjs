// Counts the mutants in a JSON report of Stryker.

const DETECTED = ["Killed", "Timeout"];
const UNDETECTED = ["Survived", "NoCoverage"];

/**
 * Counts mutants as Stryker's score does: ignored ones and those that do not compile or run are left out.
 *
 * @param {{ files: Record<string, { mutants: readonly { status: string }[] }> }} report
 */
export function scoreOf({ files }) {
  const all = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const detected = all.filter((status) => DETECTED.includes(status)).length;
  const survived = all.filter((status) => UNDETECTED.includes(status)).length;
  return { mutations: detected + survived, detected, survived };
}
