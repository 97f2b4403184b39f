// The packed mock server, installed in a folder as users install it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./run.mjs";

/** @param {string} folder Projects below it find the server with npx. */
export async function installMockServer(folder) {
  /** @type {Record<string, string>} */
  const packed = {};
  for (const path of ["spec", "packages/mock", "packages/mock-server"]) {
    const name = path.replace("packages/", "");
    await run("pnpm", ["--dir", join(root, path), "pack", "--out", join(folder, `${name}.tgz`)]);
    packed[`@workspace-images/${name}`] = `file:./${name}.tgz`;
  }
  // The packages need each other in versions that are not on the registry yet.
  const overrides = Object.fromEntries(Object.keys(packed).map((name) => [name, `$${name}`]));
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ private: true, dependencies: packed, overrides }),
  );
  await run("npm", ["--prefix", folder, "install", "--ignore-scripts", "--no-audit", "--no-fund"]);
}

/** @param {string} folder */
export const installedBin = (folder) =>
  join(folder, "node_modules/@workspace-images/mock-server/dist/bin.js");
