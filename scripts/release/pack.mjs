// Packs the published packages into the folder `release`, and leaves the working tree as it is.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install } from "../install.mjs";
import { root, run } from "../run.mjs";
import { publishedPackages, releaseFolder } from "./packages.mjs";
import { withAbsoluteLinks, withoutNotice } from "./readme.mjs";
import { repositoryAddress } from "./repository.mjs";

/** @param {string[]} args */
const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();

export const packStages = [
  { title: "Check that everything is committed", run: checkCommitted },
  { title: "Install the locked dependencies and Node.js 24", run: install },
  { title: "Build the packages", run: build },
  { title: "Pack them into release/", run: pack },
];

async function checkCommitted() {
  const changes = git("status", "--porcelain");
  if (changes) throw new Error(`commit or stash these changes first:\n${changes}`);
}

/** Builds into empty folders: turbo leaves files of earlier builds beside those that it restores from its cache. */
async function build() {
  const packages = publishedPackages();
  for (const { folder } of packages) rmSync(join(root, folder, "dist"), { recursive: true, force: true });
  await run("turbo", ["run", "build", ...packages.map(({ manifest }) => `--filter=${manifest.name}`)]);
}

async function pack() {
  const repository = repositoryAddress(process.env, origin);
  const commit = git("rev-parse", "HEAD");
  const temporary = mkdtempSync(join(tmpdir(), "release-"));
  rmSync(releaseFolder, { recursive: true, force: true });
  mkdirSync(releaseFolder);
  const packages = [];
  for (const { folder, manifest } of publishedPackages()) {
    const { name, version } = manifest;
    const tarball = `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;
    // The first tarball has the versions of the workspace in its manifest; the second one is made of its content.
    await run("pnpm", ["--dir", join(root, folder), "pack", "--out", join(temporary, tarball)]);
    await run("tar", ["-xzf", join(temporary, tarball), "-C", temporary]);
    complete(join(temporary, "package"), { repository, commit, folder });
    await run("pnpm", ["--dir", join(temporary, "package"), "pack", "--out", join(releaseFolder, tarball)]);
    rmSync(join(temporary, "package"), { recursive: true });
    packages.push({ name, version, tarball, notes: releaseNotes(folder, version) });
  }
  rmSync(temporary, { recursive: true });
  writeFileSync(join(releaseFolder, "packages.json"), `${JSON.stringify(packages, null, 2)}\n`);
}

/** Reads the address that the clone fetches from; empty if it has no such remote. */
function origin() {
  const { stdout } = spawnSync("git", ["remote", "get-url", "origin"], { cwd: root, encoding: "utf8" });
  return stdout.trim();
}

/**
 * Names the repository in the manifest and the links of an unpacked package.
 *
 * @param {string} unpacked
 * @param {{ repository: string, commit: string, folder: string }} source
 */
function complete(unpacked, { repository, commit, folder }) {
  const manifest = join(unpacked, "package.json");
  const addresses = {
    homepage: `${repository}/tree/main/${folder}#readme`,
    bugs: { url: `${repository}/issues` },
    repository: { type: "git", url: `git+${repository}.git`, directory: folder },
  };
  const completed = { ...JSON.parse(readFileSync(manifest, "utf8")), ...addresses };
  writeFileSync(manifest, `${JSON.stringify(completed, null, 2)}\n`);
  const readme = join(unpacked, "README.md");
  const base = `${repository}/blob/${commit}/${folder}/`;
  writeFileSync(readme, withAbsoluteLinks(withoutNotice(readFileSync(readme, "utf8")), base));
}

/**
 * Reads what the changelog says about a version.
 *
 * @param {string} folder
 * @param {string} version
 */
function releaseNotes(folder, version) {
  const changelog = join(root, folder, "CHANGELOG.md");
  if (!existsSync(changelog)) return "";
  const sections = readFileSync(changelog, "utf8").split(/^## /m);
  const section = sections.find((text) => text.startsWith(`${version}\n`));
  return section?.slice(version.length).trim() ?? "";
}
