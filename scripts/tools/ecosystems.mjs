// Where tools come from: what each ecosystem needs on the machine, its pinned versions, and how they are installed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { versionOf } from "../language.mjs";
import { run } from "../run.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * @typedef {object} Installation
 * @property {string} title
 * @property {readonly [string, ...string[]]} command Prints the version of the language.
 * @property {string} file Pins the versions.
 * @property {(name: string) => RegExp} pin Finds the version of a package in it.
 * @property {(folder: string) => Promise<unknown>} install Into a folder that has a copy of the files.
 */

/** @type {Record<import("./tool.mjs").Ecosystem, Installation>} */
export const ecosystems = {
  node: {
    title: "Node.js",
    command: ["node", "--version"],
    file: "node/package.json",
    pin: (name) => new RegExp(`"${name}": "(.+)"`),
    install: (cwd) => run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd }),
  },
  python: {
    title: "Python",
    command: ["python3", "--version"],
    file: "python/requirements.txt",
    pin: (name) => new RegExp(`^${name}==(.+)$`, "m"),
    async install(cwd) {
      await run("python3", ["-m", "venv", ".venv"], { cwd });
      await run(inVenv(cwd, "python"), ["-m", "pip", "install", "--quiet", "-r", "requirements.txt"], {
        cwd,
      });
    },
  },
  go: {
    title: "Go",
    command: ["go", "version"],
    file: "go/go.mod",
    pin: (name) => new RegExp(`${name} v(\\S+)`),
    install: (cwd) => run("go", ["mod", "download"], { cwd }),
  },
  java: {
    title: "Java",
    command: ["mvn", "--version"],
    file: "java/pom.xml",
    pin: (name) => new RegExp(`<artifactId>${name}</artifactId>\\s*<version>(.+)</version>`),
    install: (cwd) =>
      run("mvn", ["--batch-mode", "--quiet", "dependency:copy", "dependency:copy-dependencies"], { cwd }),
  },
};

/** @param {string} folder @param {string} command Of a virtual environment. */
export function inVenv(folder, command) {
  return join(folder, ".venv", process.platform === "win32" ? "Scripts" : "bin", command);
}

/** @param {import("./tool.mjs").Tool} tool */
export function pinnedVersion({ ecosystem, package: name }) {
  const { file, pin } = ecosystems[ecosystem];
  return pin(name).exec(readFileSync(join(here, file), "utf8"))?.[1];
}

/**
 * The version of each language on this machine, or `undefined` where there is none.
 *
 * @returns {Promise<Record<import("./tool.mjs").Ecosystem, string | undefined>>}
 */
export async function languageVersions() {
  const { node, python, go, java } = ecosystems;
  return {
    node: await versionOf(...node.command),
    python: await versionOf(...python.command),
    go: await versionOf(...go.command),
    java: await versionOf(...java.command),
  };
}
