import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../run.mjs";

/** Holds the tarballs, and `packages.json`, which lists them in the order in which they are published. */
export const releaseFolder = join(root, "release");

/** Reads the packages that are published, each with its folder and manifest, behind those that it depends on. */
export function publishedPackages() {
  const folders = ["spec", ...readdirSync(join(root, "packages")).map((name) => `packages/${name}`)];
  const packages = folders
    .map((folder) => ({
      folder,
      manifest: JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")),
    }))
    .filter(({ manifest }) => !manifest.private);
  const depth = (/** @type {string} */ name) => {
    const found = packages.find(({ manifest }) => manifest.name === name);
    return found ? 1 + Math.max(0, ...Object.keys(found.manifest.dependencies ?? {}).map(depth)) : 0;
  };
  return packages.sort((one, other) => depth(one.manifest.name) - depth(other.manifest.name));
}
