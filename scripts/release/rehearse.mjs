// `npm run rehearse`: releases the last commit to a registry on this machine, installs the packages from there in an
// empty folder, and runs the examples of the READMEs.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments } from "../arguments.mjs";
import { install } from "../install.mjs";
import { root } from "../run.mjs";
import { runStages } from "../stages.mjs";
import { startLocalRegistry } from "./local-registry.mjs";
import { publishedPackages } from "./packages.mjs";
import { hasNotice, withAbsoluteLinks } from "./readme.mjs";
import { runReadmeExamples } from "./readme-examples.mjs";

readArguments();

const temporary = mkdtempSync(join(tmpdir(), "rehearsal-"));
// At the exit, because a failed stage ends the process.
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }));
const clone = join(temporary, "clone");
const project = join(temporary, "project");
const elsewhere = join(temporary, "elsewhere");
/** @type {NodeJS.ProcessEnv} */
let withRegistry;

/**
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 * @param {string} command
 * @param {string[]} args
 */
function runIn(cwd, env, command, ...args) {
  execFileSync(command, args, { cwd, env, stdio: ["ignore", "inherit", "inherit"] });
}

/** @param {string[]} args */
const git = (...args) => runIn(clone, process.env, "git", ...args);

async function createRelease() {
  execFileSync("git", ["clone", "--quiet", root, clone]);
  git("remote", "set-url", "origin", "https://github.com/example/workspace-images.git");
  // None wait once their versions are merged, before these are published.
  if (!readdirSync(join(clone, ".changeset")).some((file) => file.endsWith(".md"))) return;
  runIn(clone, process.env, "npm", "run", "release", "--", "version");
  git("add", "--all");
  git(
    "-c",
    "user.name=Rehearsal",
    "-c",
    "user.email=rehearsal@example.com",
    "commit",
    "--quiet",
    "-m",
    "Release",
  );
}

async function publish() {
  runIn(clone, process.env, "npm", "run", "release", "--", "pack");
  runIn(clone, withRegistry, "npm", "run", "release", "--", "publish");
}

async function installPackages() {
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
  const names = publishedPackages().map(({ manifest }) => manifest.name);
  const vitest = JSON.parse(
    readFileSync(join(root, "packages/mock/node_modules/vitest/package.json"), "utf8"),
  );
  runIn(
    project,
    withRegistry,
    "npm",
    "install",
    "--no-audit",
    "--no-fund",
    ...names,
    `vitest@${vitest.version}`,
  );
  for (const name of names) checkInstalled(join(project, "node_modules", name));
}

/** @param {string} folder */
function checkInstalled(folder) {
  const { name, version, repository, homepage, bugs } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  if (!repository?.url || !homepage || !bugs?.url) throw new Error(`${name} does not name its repository`);
  if (hasNotice(readme)) throw new Error(`the README of ${name} says that it is not published`);
  if (withAbsoluteLinks(readme, "https://example.com/") !== readme) {
    throw new Error(`the README of ${name} has relative links`);
  }
  process.stdout.write(`${name} ${version} from ${repository.url}\n`);
}

async function runExamples() {
  mkdirSync(elsewhere);
  const rootReadme = readFileSync(join(clone, "README.md"), "utf8");
  runReadmeExamples({ project, elsewhere, rootReadme, env: withRegistry });
}

await runStages("npm run rehearse", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  { title: "Collect the changesets in a clone of the last commit", show: true, run: createRelease },
  {
    title: "Start a registry on this machine",
    run: async () => {
      withRegistry = await startLocalRegistry(join(temporary, "registry"));
    },
  },
  { title: "Pack and publish", show: true, run: publish },
  { title: "Install the packages in an empty folder", show: true, run: installPackages },
  { title: "Run the examples of the READMEs", show: true, run: runExamples },
]);
