// `npm run tools`: third-party tools on the bundled descriptions. A tool that generates a client must generate one that
// compiles and lists the Windows images of the mock server. Needs the languages; tools come from their registries into a
// temporary folder. Arguments after `--` are names of tools; then nothing is written.

import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments } from "./arguments.mjs";
import { recordEvidence } from "./evidence/record.mjs";
import { install } from "./install.mjs";
import { startMockServer } from "./mock-server.mjs";
import { root, run } from "./run.mjs";
import { runStages } from "./stages.mjs";
import { printTable } from "./table.mjs";
import { tools as all } from "./tools/all.mjs";
import { ecosystems, languageVersions } from "./tools/ecosystems.mjs";
import { tryTool } from "./tools/tried-tool.mjs";

const { positionals: names } = readArguments({ allowPositionals: true });
const unknown = names.filter((name) => !all.some((tool) => tool.name === name));
if (unknown.length > 0) {
  const known = all.map(({ name }) => `"${name}"`).join(", ");
  process.stderr.write(`Unknown tool "${unknown[0]}". Use ${known}.\n`);
  process.exit(2);
}
const tools = all.filter(({ name }) => names.length === 0 || names.includes(name));

const folder = mkdtempSync(join(tmpdir(), "tools-"));
// At the exit, because a failed stage ends the process.
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** @param {string} name */
const folderOf = (name) => join(folder, name);
const folders = {
  node: folderOf("node"),
  python: folderOf("python"),
  go: folderOf("go"),
  java: folderOf("java"),
};

/** @param {string} name */
function bundle(name) {
  const file = join(folder, "bundles", name);
  if (!existsSync(file)) throw new Error(`The build of the descriptions made no spec/dist/${name}`);
  return file;
}
/** The bundles of all descriptions in OpenAPI 3.1 and 3.0. @param {string} extension */
const bundles = (extension) =>
  readdirSync(join(folder, "bundles"))
    .filter((name) => /^[\w-]+(?:-3\.0)?\.yaml$/.test(name))
    .map((name) => bundle(name.replace("yaml", extension)));

const versions = await languageVersions();
const needed = /** @type {import("./tools/tool.mjs").Ecosystem[]} */ (Object.keys(ecosystems)).filter(
  (name) =>
    versions[name] &&
    tools.some(({ ecosystem, client, unavailable }) => !unavailable && [ecosystem, client].includes(name)),
);
/** @type {import("./tools/tried-tool.mjs").TriedTool[]} */
const tried = [];

/** @param {import("./tools/tool.mjs").Tool} tool */
async function tryOut(tool) {
  const server = await startMockServer(join(root, "packages/mock-server/dist/bin.js"), [
    "--token",
    "not-a-real-token",
  ]);
  const service = { WORKSPACE_ENDPOINT: server.url, PROJECT_ID: "p", TOKEN: "not-a-real-token" };
  try {
    tried.push(await tryTool(tool, versions, { folders, bundle, bundles, service }));
  } finally {
    server.stop();
  }
}

await runStages("tools", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: "Build the descriptions and the mock server",
    run: () => run("turbo", ["run", "build", "--filter=@workspace-images/mock-server"]),
  },
  {
    title: "Copy the descriptions",
    run: async () => cpSync(join(root, "spec/dist"), join(folder, "bundles"), { recursive: true }),
  },
  ...needed.map((name) => ({
    title: `Install the tools for ${ecosystems[name].title}`,
    async run() {
      cpSync(join(root, "scripts/tools", name), folders[name], { recursive: true });
      await ecosystems[name].install(folders[name]);
    },
  })),
  ...tools.map((tool) => ({ title: `Try ${tool.name}`, run: () => tryOut(tool) })),
]);
printTable([
  ["tool", "version", "from", "input", "done", "result"],
  ...tried.map(({ name, version, from, input, done, result }) => [name, version, from, input, done, result]),
]);
for (const { name, failure } of tried) if (failure) process.stdout.write(`${name}: ${failure}\n\n`);
if (names.length === 0) {
  recordEvidence("tools", {
    command: "npm run tools",
    about: ["scripts/tools", "spec/images", "spec/iam", "spec/sts", "spec/mock-control", "spec/shared"],
    versions: Object.fromEntries(needed.map((name) => [ecosystems[name].title, versions[name] ?? ""])),
    figures: tried.map(({ failure: _failure, failed: _failed, ...figures }) => figures),
  });
}
if (tried.some(({ failed }) => failed)) process.exitCode = 1;
