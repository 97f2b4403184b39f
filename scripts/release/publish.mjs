// Publishes the tarballs of the folder `release` in their order. Needs npm, and nothing that an installation brings.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { releaseFolder } from "./packages.mjs";

export const publishStages = [{ title: "Publish what release/ contains", show: true, run: publish }];

async function publish() {
  /** @type {{ name: string, version: string, tarball: string }[]} */
  const packages = JSON.parse(readFileSync(join(releaseFolder, "packages.json"), "utf8"));
  if (packages.some(({ version }) => version === "0.0.0")) {
    throw new Error("version 0.0.0 is not for npm. Run npm run release -- version, and commit");
  }
  for (const { name, version, tarball } of packages) {
    if (isPublished(`${name}@${version}`)) {
      process.stdout.write(`${name}@${version} is already on npm\n`);
      continue;
    }
    // With the terminal, where npm may ask for a second factor.
    const { status } = npm(
      ["publish", join(releaseFolder, tarball), "--access", "public", "--loglevel", "warn"],
      "inherit",
    );
    if (status !== 0) throw new Error(`npm publish ended with status ${status} for ${name}@${version}`);
  }
}

/** @param {string} id */
function isPublished(id) {
  const { stdout } = npm(["view", id, "version", "--json"], "pipe");
  if (stdout.trim() === "") return false;
  const found = JSON.parse(stdout);
  if (found.error && found.error.code !== "E404") throw new Error(`npm view ${id}: ${found.error.summary}`);
  return !found.error;
}

/**
 * @param {string[]} args
 * @param {"inherit" | "pipe"} stdio
 */
function npm(args, stdio) {
  return spawnSync("npm", args, { stdio, encoding: "utf8" });
}
