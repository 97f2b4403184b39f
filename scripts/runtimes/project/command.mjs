// Runs the commands of the installed packages on the runtime that runs this file.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const runtimeArgs = "Deno" in globalThis ? ["run", "--allow-all"] : [];
const { PATH = "" } = process.env;

/**
 * Starts the command of a package, without the variables and the home of whoever runs this.
 *
 * @param {string} name
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} env
 */
export function startCommand(name, args, env = {}) {
  const manifest = require.resolve(`@workspace-images/${name}/package.json`);
  const [bin = ""] = Object.values(require(manifest).bin);
  const file = join(dirname(manifest), /** @type {string} */ (bin));
  const child = spawn(process.execPath, [...runtimeArgs, file, ...args], {
    env: { PATH, HOME: dirname(manifest), ...env },
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += chunk;
  });
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, ...output }));
  });
  return { child, ended };
}

/**
 * Runs the command of a package to its end.
 *
 * @param {string} name
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {Promise<{ status: number | null, stdout: string, stderr: string }>}
 */
export function runCommand(name, args, env) {
  return startCommand(name, args, env).ended;
}
