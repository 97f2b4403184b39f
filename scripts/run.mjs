// Runs commands, quietly unless they fail.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Folder of the repository. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** A command that failed; `output` is what it printed, unless that went to the terminal already. */
export class CommandError extends Error {
  /** @param {string} command @param {string} why @param {string} output */
  constructor(command, why, output) {
    super(`\`${command}\` ${why}`);
    this.output = output;
  }
}

/**
 * Runs a command, in the root of the repository or in `cwd`, with more variables in `env`, and rejects when it fails.
 * Fulfils with what it printed, unless that goes to the terminal with `show`. `timeout`, in milliseconds, ends a command
 * that hangs.
 *
 * @param {string} command
 * @param {readonly string[]} args
 */
export function run(command, args, { show = false, cwd = root, env = {}, timeout = 0 } = {}) {
  const output = [];
  const line = [command, ...args].join(" ");
  return /** @type {Promise<string>} */ (
    new Promise((resolve, reject) => {
      const child = start(command, args, {
        cwd,
        env: { ...process.env, ...env },
        timeout,
        stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
      });
      child.stdout?.on("data", (chunk) => output.push(chunk));
      child.stderr?.on("data", (chunk) => output.push(chunk));
      child.on("error", (error) => reject(new CommandError(line, `cannot be run: ${error.message}`, "")));
      child.on("close", (code, signal) => {
        const printed = Buffer.concat(output).toString();
        if (code === 0) resolve(printed);
        else reject(new CommandError(line, `ended with ${signal ?? `status ${code}`}`, printed));
      });
    })
  );
}

/** Starts a command. On Windows the commands of npm are batch files, which only a shell can start. */
function start(command, args, options) {
  if (process.platform !== "win32") return spawn(command, args, options);
  const line = [command, ...args].map((part) => (/^[\w@./:=-]+$/.test(part) ? part : `"${part}"`)).join(" ");
  return spawn(line, { ...options, shell: true });
}
