// Clients in Java: compiled with the program that uses them.
import { globSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "../../run.mjs";

/**
 * The steps for generated sources, and for the program that uses them.
 *
 * @param {string} generated Folder of the sources.
 * @param {string} program Name of the class.
 * @returns {Pick<import("../tool.mjs").Tool["steps"], "compile" | "list">}
 */
export function javaClient(generated, program) {
  const classes = `${generated}-classes`;
  return {
    compile({ folders }) {
      const sources = globSync("src/main/java/**/*.java", { cwd: join(folders.java, generated) });
      const files = [...sources.map((file) => join(generated, file)), `${program}.java`];
      return run("javac", ["-nowarn", "-d", classes, "-cp", "lib/*", ...files], { cwd: folders.java });
    },
    list: ({ folders, service }) =>
      run("java", ["-cp", `lib/*${delimiter}${classes}`, program], { cwd: folders.java, env: service }),
  };
}
