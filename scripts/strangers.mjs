// `npm run strangers`: projects that test with the official SDK of another language, against the packed mock server. Needs
// the languages; packages come from their registries into a temporary folder.

import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments } from "./arguments.mjs";
import { recordEvidence } from "./evidence/record.mjs";
import { install } from "./install.mjs";
import { versionOf } from "./language.mjs";
import { startMockServer } from "./mock-server.mjs";
import { installedBin, installMockServer } from "./packed-server.mjs";
import { root, run } from "./run.mjs";
import { runStages } from "./stages.mjs";
import { go } from "./strangers/go.mjs";
import { java } from "./strangers/java.mjs";
import { python } from "./strangers/python.mjs";
import { shell } from "./strangers/shell.mjs";
import { printTable } from "./table.mjs";

readArguments();

const samples = "packages/docs/samples/testing";
const folder = mkdtempSync(join(tmpdir(), "strangers-"));
// At the exit, because a failed stage ends the process.
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** What the projects start, for the run with a server that is there already. */
const OPTIONS = ["--region=cn-north-4", "--access-key=AK:not-a-real-secret"];
OPTIONS.push("--access-key=TEMPORARY:not-a-real-secret:not-a-real-token");

/** @type {{ language: string, version: string, framework: string, sdk: string, result: string }[]} */
const results = [];

/** @param {import("./strangers/project.mjs").Project} project */
async function tryProject(project) {
  const { language, framework, sdk } = project;
  const pinned = sdk?.version.exec(readFileSync(join(root, samples, project.folder, sdk.file), "utf8"))?.[1];
  const row = { language, framework, sdk: sdk ? `${sdk.name} ${pinned}` : "–" };
  const version = await versionOf(...project.version);
  if (!version) {
    const [command] = project.version;
    results.push({ ...row, version: "–", result: `NOT executed: no ${command} on this machine` });
    return;
  }
  const copy = join(folder, project.folder);
  cpSync(join(root, samples, project.folder), copy, { recursive: true });
  await project.prepare?.(copy);
  const passed = await test(project, copy);
  if (sdk) await testRunningServer(project, copy, passed);
  results.push({ ...row, version, result: `${passed} tests passed` });
}

/**
 * Fulfils with the number of passed tests.
 *
 * @param {import("./strangers/project.mjs").Project} project
 * @param {string} cwd
 * @param {Record<string, string>} [env]
 */
async function test({ language, passed, test }, cwd, env) {
  const [command, ...args] = test(cwd);
  const output = await run(command, args, { cwd, env });
  const number = output.match(passed)?.length ?? 0;
  if (number === 0) throw new Error(`No test of ${language} passed:\n${output}`);
  return number;
}

/**
 * Tests once more with a server that is there already.
 *
 * @param {import("./strangers/project.mjs").Project} project
 * @param {string} cwd
 * @param {number} expected
 */
async function testRunningServer(project, cwd, expected) {
  const server = await startMockServer(installedBin(folder), OPTIONS);
  try {
    const passed = await test(project, cwd, { MOCK_URL: server.url });
    const response = await fetch(`${server.url}/_mock/requests`);
    const { requests } = await response.json();
    if (passed !== expected || requests.length === 0) throw new Error("The tests did not use MOCK_URL");
  } finally {
    server.stop();
  }
}

await runStages("strangers", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: "Build the mock server",
    run: () => run("turbo", ["run", "build", "--filter=@workspace-images/mock-server"]),
  },
  { title: "Install the packed mock server", run: () => installMockServer(folder) },
  ...[python, go, java, shell].map((project) => ({
    title: `Test with ${project.language} and ${project.framework}`,
    run: () => tryProject(project),
  })),
  {
    title: "Write the results",
    async run() {
      recordEvidence("strangers", {
        command: "npm run strangers",
        about: [
          samples,
          "packages/mock/src",
          "packages/mock-server/src",
          "spec/images",
          "spec/iam",
          "spec/sts",
          "spec/mock-control",
        ],
        versions: Object.fromEntries(results.map(({ language, version }) => [language, version])),
        figures: results,
      });
    },
  },
]);
printTable([
  ["language", "version", "test framework", "official SDK", "result"],
  ...results.map(({ language, version, framework, sdk, result }) => [
    language,
    version,
    framework,
    sdk,
    result,
  ]),
]);
