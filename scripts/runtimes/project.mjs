// A project apart from the repository that installs the packages as users do, beside all runtimes and bundlers.
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram } from "./program.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const template = fileURLToPath(new URL("project/", import.meta.url));
const published = ["spec", "packages/client", "packages/mock", "packages/mock-server", "packages/cli"];

/**
 * Fills a folder: the files of `project/`, the packed packages, what `dependencies` names, and the address of the
 * faulty server.
 *
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} dependencies
 * @param {string} faultyServer
 */
export async function createProject(folder, dependencies, faultyServer) {
  await cp(template, folder, { recursive: true });
  /** @type {Record<string, string>} */
  const packed = {};
  for (const path of published) {
    const name = path.replace("packages/", "");
    await runProgram(["pnpm", "--dir", join(root, path), "pack", "--out", join(folder, `${name}.tgz`)], root);
    packed[`@workspace-images/${name}`] = `file:./${name}.tgz`;
  }
  const manifest = {
    private: true,
    type: "module",
    dependencies: { ...dependencies, ...packed },
    // The packages need each other in versions that are not on the registry yet.
    overrides: Object.fromEntries(Object.keys(packed).map((name) => [name, `$${name}`])),
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  const address = `export const faultyServer = ${JSON.stringify(faultyServer)};\n`;
  await writeFile(join(folder, "faulty-server.mjs"), address);
  await runProgram(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"], folder);
}
