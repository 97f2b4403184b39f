// One tool, tried step by step.
import { CommandError } from "../run.mjs";
import { ecosystems, pinnedVersion } from "./ecosystems.mjs";

/**
 * @typedef {object} TriedTool
 * @property {string} name
 * @property {string} version
 * @property {string} from Language of the tool and, if it is another one, of the client that it generates.
 * @property {string} input
 * @property {string} done Steps that passed.
 * @property {string} result
 * @property {boolean} failed Whether a step failed that was expected to pass, or passed that was expected to fail.
 * @property {string} [failure] What the failed step printed.
 */

/**
 * @param {import("./tool.mjs").Tool} tool
 * @param {Awaited<ReturnType<typeof import("./ecosystems.mjs").languageVersions>>} versions
 * @param {import("./tool.mjs").Context} context
 * @returns {Promise<TriedTool>}
 */
export async function tryTool(tool, versions, context) {
  const { name, input, ecosystem, client = ecosystem, unavailable, known } = tool;
  const from = [...new Set([ecosystem, client])].map((language) => ecosystems[language].title).join(", ");
  const row = { name, version: pinnedVersion(tool) ?? "–", from, input, done: "–" };
  const absent = [ecosystem, client].find((language) => !versions[language]);
  const missing = unavailable ?? (absent && `no ${ecosystems[absent].command[0]} on this machine`);
  if (missing) return { ...row, result: `NOT executed: ${missing}`, failed: false };

  /** @type {string[]} */
  const passed = [];
  for (const [step, perform] of Object.entries(tool.steps)) {
    try {
      const printed = await perform(context);
      if (step === "list") await compareImages(String(printed), context.service);
      passed.push(step);
    } catch (error) {
      const failure = error instanceof CommandError ? `${error.message}\n${error.output}` : String(error);
      const done = passed.join(", ") || "–";
      if (known?.step === step) {
        return { ...row, done, result: `failed, as known: ${known.reason}`, failed: false };
      }
      return { ...row, done, result: `FAILED: ${step}`, failed: true, failure };
    }
  }
  const done = passed.join(", ");
  if (known) return { ...row, done, result: `PASSED, though known to fail: ${known.reason}`, failed: true };
  return { ...row, done, result: "passed", failed: false };
}

/**
 * Compares what a client printed, an ID a line, with the Windows images among all images of the mock.
 *
 * @param {string} printed
 * @param {import("./tool.mjs").Context["service"]} service
 */
async function compareImages(printed, { WORKSPACE_ENDPOINT, PROJECT_ID, TOKEN }) {
  const url = `${WORKSPACE_ENDPOINT}/v2/${PROJECT_ID}/images`;
  const response = await fetch(url, { headers: { "X-Auth-Token": TOKEN ?? "" } });
  const { images } = await response.json();
  const expected = images.flatMap(({ id, os_type: type }) => (type === "Windows" ? [id] : []));
  if (expected.length === 0 || expected.length === images.length)
    throw new Error("The mock has no choice of images");
  const listed = printed.trim().split(/\s+/);
  if (listed.join() !== expected.join()) {
    throw new Error(`Listed ${listed.join(" ")} instead of ${expected.join(" ")}`);
  }
}
