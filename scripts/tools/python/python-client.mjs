// Clients in Python.
import { run } from "../../run.mjs";
import { inVenv } from "../ecosystems.mjs";

/**
 * The steps for a generated package, and for the program that uses it.
 *
 * @param {string} generated Folder of the package.
 * @param {string} program Name of the file.
 * @returns {Pick<import("../tool.mjs").Tool["steps"], "compile" | "list">}
 */
export function pythonClient(generated, program) {
  /** @param {import("../tool.mjs").Context} context @param {readonly string[]} args */
  const python = ({ folders, service }, args) =>
    run(inVenv(folders.python, "python"), args, { cwd: folders.python, env: service });
  return {
    compile: (context) => python(context, ["-m", "compileall", "-q", generated]),
    list: (context) => python(context, [program]),
  };
}
