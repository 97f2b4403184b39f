// Runs the programs of the project, and keeps what they print.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);
// Only ends what hangs.
const limits = { timeout: 300_000, killSignal: /** @type {const} */ ("SIGKILL"), maxBuffer: 2 ** 26 };

/**
 * Runs a program in a folder and gives its standard output; rejects with all of its output when it fails.
 *
 * @param {readonly string[]} command
 * @param {string} cwd
 */
export async function runProgram([program = "", ...args], cwd) {
  try {
    const { stdout } = await execute(program, args, { ...limits, cwd });
    return stdout;
  } catch (cause) {
    const { message, stdout = "", stderr = "" } = /** @type {any} */ (cause);
    throw Object.assign(new Error(message.split("\n")[0], { cause }), { output: `${stdout}${stderr}` });
  }
}
