// Clients in TypeScript: each has its own folder, with the program of the same name beside what was generated.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../run.mjs";

/** @param {string} folder @param {string} command @param {readonly string[]} args @param {Record<string, string>} [env] */
export function runNodeTool(folder, command, args, env) {
  return run(join(folder, "node_modules/.bin", command), args, { cwd: folder, env });
}

/**
 * The steps for a generated client, and for the program that uses it.
 *
 * @param {string} program Name of the file.
 * @returns {Pick<import("../tool.mjs").Tool["steps"], "compile" | "list">}
 */
export function typescriptClient(program) {
  return {
    compile: ({ folders }) =>
      runNodeTool(folders.node, "tsc", ["--project", projectOf(folders.node, program)]),
    list: ({ folders, service }) => runNodeTool(folders.node, "tsx", [program], service),
  };
}

/** @param {string} folder @param {string} program */
function projectOf(folder, program) {
  const project = join(folder, `${program}.json`);
  writeFileSync(project, JSON.stringify({ extends: "./tsconfig.json", files: [program] }));
  return project;
}
