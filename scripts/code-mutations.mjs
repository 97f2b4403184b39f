// `npm run mutations:code`: Stryker on the client and the mock, folder by folder, and their scores for the documentation.
// Takes about an hour on two cores. `-- --only client/listing,mock` tries some; `client/src` is the files beside the
// folders.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readArguments } from "./arguments.mjs";
import { recordEvidence } from "./evidence/record.mjs";
import { scoreOf } from "./evidence/stryker-score.mjs";
import { install } from "./install.mjs";
import { root, run } from "./run.mjs";
import { runStages } from "./stages.mjs";

const PACKAGES = ["client", "mock"];

/** @param {string} name */
function partsOf(name) {
  const entries = readdirSync(join(root, "packages", name, "src"), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== "generated");
  return ["src", ...folders.map((folder) => folder.name)].map((folder) => `${name}/${folder}`);
}

const { only = PACKAGES.join(",") } = readArguments({ options: { only: { type: "string" } } }).values;
const parts = only.split(",").flatMap((part) => (PACKAGES.includes(part) ? partsOf(part) : part));
const known = PACKAGES.flatMap(partsOf);
const unknown = parts.find((part) => !known.includes(part));
if (unknown !== undefined) {
  process.stderr.write(`Unknown part "${unknown}". Use ${[...PACKAGES, ...known].join(", ")}.\n`);
  process.exit(2);
}

/** Tries the mutations of a part, and records the score at once: the next one may fail. @param {string} part */
async function mutate(part) {
  const [name = "", folder = ""] = part.split("/");
  const home = join(root, "packages", name);
  const files = folder === "src" ? "src/*.ts" : `src/${folder}/**/*.ts`;
  const nested = existsSync(join(home, "test", folder)) ? `test/${folder}/**` : "test/**";
  const tests = folder === "src" ? "test/*.ts" : nested;
  const args = ["exec", "stryker", "run", "--reporters", "clear-text,json", "--mutate"];
  await run("pnpm", [...args, `${files},!src/**/*.gen.ts`], { cwd: home, show: true });
  const report = JSON.parse(readFileSync(join(home, "reports/mutation/mutation.json"), "utf8"));
  recordEvidence(`code-mutations/${name}-${folder}`, {
    command: `npm run mutations:code -- --only ${part}`,
    about: [files, tests].map((path) => `:(glob)packages/${name}/${path}`),
    versions: {},
    figures: { package: `@workspace-images/${name}`, folder, ...scoreOf(report) },
  });
}

await runStages("mutations:code", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: "Build the packages",
    run: () =>
      run("turbo", ["run", "build", ...PACKAGES.map((name) => `--filter=@workspace-images/${name}`)]),
  },
  ...parts.map((part) => ({ title: `Try the mutations of ${part}`, show: true, run: () => mutate(part) })),
]);
