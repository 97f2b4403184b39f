// Runs stages one after the other, with a line for each, and stops at the first that fails.
import { useTools } from "./install.mjs";
import { lock } from "./lock.mjs";
import { root } from "./run.mjs";

/**
 * Runs the stages of a job, once no other job works in this clone. A stage is a title and what it does; a stage with
 * `show` prints while it runs, and one with `lasting` does not keep other jobs waiting.
 *
 * @param {string} job
 * @param {readonly { title: string, show?: boolean, lasting?: boolean, run: () => Promise<unknown> }[]} stages
 */
export async function runStages(job, stages) {
  useTools();
  const release = await lock(job, root);
  const begun = performance.now();
  for (const [index, { title, show, lasting, run }] of stages.entries()) {
    if (lasting) release();
    const started = performance.now();
    const label = `[${index + 1}/${stages.length}] ${title}`;
    process.stdout.write(show ? `${label}\n` : `${label} ... `);
    try {
      await run();
    } catch (error) {
      process.stdout.write(`${show ? label : ""} failed\n`);
      const { message = error, output = "" } = /** @type {Partial<import("./run.mjs").CommandError>} */ (
        error
      );
      process.stderr.write(`\n${output}\n${job} stopped at "${title}": ${message}\n`);
      process.exit(1);
    }
    if (!show) process.stdout.write(`${seconds(started)}\n`);
  }
  process.stdout.write(`${job}: done in ${seconds(begun)}\n`);
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
