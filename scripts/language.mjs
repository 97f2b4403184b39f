// What a machine has: the commands of other languages.
import { CommandError, run } from "./run.mjs";

/**
 * The version that a command prints, or `undefined` if this machine does not have the command.
 *
 * @param {string} command
 * @param {...string} args
 */
export async function versionOf(command, ...args) {
  try {
    const printed = await run(command, args);
    // Maven prints its own version first.
    const [, version] = /Java version: ([\d.]+)/.exec(printed) ?? /(\d+(?:\.\d+)+)/.exec(printed) ?? [];
    return version ?? "unknown";
  } catch (error) {
    if (error instanceof CommandError) return undefined;
    throw error;
  }
}
