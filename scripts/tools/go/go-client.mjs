// Clients in Go: each has a folder with a program, and what was generated in `images` below it.
import { run } from "../../run.mjs";

/**
 * The steps for the program in a folder, and for the client below it.
 *
 * @param {string} program
 * @returns {Pick<import("../tool.mjs").Tool["steps"], "compile" | "list">}
 */
export function goClient(program) {
  const binary = `./bin/${program}.exe`;
  return {
    compile: ({ folders }) => run("go", ["build", "-o", binary, `./${program}`], { cwd: folders.go }),
    list: ({ folders, service }) => run(binary, [], { cwd: folders.go, env: service }),
  };
}
