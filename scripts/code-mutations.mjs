// `npm run mutations:code`: Stryker on the client and the mock, and their scores for the documentation. Takes an
// hour on two cores. `-- --only client/listing,mock` tries the mutations of folders or packages.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readArguments } from "./arguments.mjs";
import { recordEvidence } from "./evidence/record.mjs";
import { scoresOf } from "./evidence/stryker-score.mjs";
import { install } from "./install.mjs";
import { root, run } from "./run.mjs";
import { runStages } from "./stages.mjs";

const ALL = "client,mock";
const { only = ALL } = readArguments({ options: { only: { type: "string" } } }).values;
/** @type {Map<string, string[]>} Patterns of the files to change, by package. */
const parts = new Map();
for (const part of only.split(",")) {
  const [name = "", folder] = part.split("/");
  if (!ALL.split(",").includes(name) || (folder && !existsSync(join(folderOf(name), "src", folder)))) {
    process.stderr.write(
      `Unknown part "${part}". Use client, mock, or a folder of their src, as client/call.\n`,
    );
    process.exit(2);
  }
  parts.set(name, [...(parts.get(name) ?? []), folder ? `src/${folder}/**/*.ts` : "src/**/*.ts"]);
}

/** @param {string} name */
function folderOf(name) {
  return join(root, "packages", name);
}

/** @param {string} name @param {readonly string[]} files */
async function mutate(name, files) {
  const mutated = [...files, "!src/**/*.gen.ts"].join(",");
  const args = ["exec", "stryker", "run", "--reporters", "clear-text,json", "--mutate", mutated];
  await run("pnpm", args, { cwd: folderOf(name), show: true });
}

/** @param {string} name */
function figuresOf(name) {
  const report = JSON.parse(readFileSync(join(folderOf(name), "reports/mutation/mutation.json"), "utf8"));
  return scoresOf(report).map((score) => ({ package: `@workspace-images/${name}`, ...score }));
}

await runStages("mutations:code", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: "Build the packages",
    run: () =>
      run("turbo", [
        "run",
        "build",
        ...[...parts.keys()].map((name) => `--filter=@workspace-images/${name}`),
      ]),
  },
  ...[...parts].map(([name, files]) => ({
    title: `Try the mutations of the ${name}`,
    show: true,
    run: () => mutate(name, files),
  })),
  {
    title: "Record the scores",
    run: async () => {
      recordEvidence("code-mutations", {
        command: `npm run mutations:code${only === ALL ? "" : ` -- --only ${only}`}`,
        about: [...parts.keys()].flatMap((name) => [`packages/${name}/src`, `packages/${name}/test`]),
        versions: {},
        figures: [...parts.keys()].flatMap(figuresOf),
      });
    },
  },
]);
