// A copy of the repository in which the descriptions can be changed and everything that follows can be built.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "../run.mjs";

/** What is read. Links between the packages are relative, so in the copy they lead to the copies. */
const READ = [
  "spec",
  ...["client", "mock", "mock-server", "cli", "docs", "bench/README.md"].map((name) => `packages/${name}`),
  ...["scripts", "package.json", "tsconfig.base.json", "README.md", "RUNTIMES.md"],
];

/** Copies the repository into a new folder, next to which its dependencies can be found. */
export function copyRepository() {
  mkdirSync(join(root, ".turbo"), { recursive: true });
  const folder = mkdtempSync(join(root, ".turbo", "row-"));
  for (const name of READ) {
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => ![".turbo", ".cache", ".vite", ".astro"].includes(basename(path)),
    });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");

  /** @param {string} name @param {readonly string[]} args */
  function node(name, ...args) {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: join(folder, name),
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`${name}: ${args.join(" ")}\n${stdout}\n${stderr}`);
    return stdout;
  }
  /** @param {string} name @param {readonly string[]} scripts */
  function runScripts(name, ...scripts) {
    for (const script of scripts) node(name, "--run", script);
  }
  return {
    folder,
    node,
    runScripts,
    /** @param {string} file @param {string} text */
    write: (file, text) => writeFileSync(join(folder, file), text),
    /** Replaces a text, which the file must contain. @param {string} file @param {string} from @param {string} to */
    edit(file, from, to) {
      const text = readFileSync(join(folder, file), "utf8");
      if (!text.includes(from)) throw new Error(`${file} has no ${JSON.stringify(from)}`);
      writeFileSync(
        join(folder, file),
        text.replace(from, () => to),
      );
    },
    /** Does what `npm run generate` and a build do, and runs the tests of the descriptions. */
    build() {
      runScripts("spec", "build", "lint", "test");
      for (const name of ["client", "mock", "cli"]) runScripts(`packages/${name}`, "generate", "build");
    },
    /** Runs a program in the folder of a package and returns what it prints. @param {string} name @param {string} code */
    evaluate: (name, code) => node(name, "--input-type=module", "--eval", code).trim(),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
