// `npm run mutations:code`: Stryker on the client and the mock, and their scores for the documentation. Takes two hours or
// more.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readArguments } from "./arguments.mjs";
import { recordEvidence } from "./evidence/record.mjs";
import { scoreOf } from "./evidence/stryker-score.mjs";
import { install } from "./install.mjs";
import { root, run } from "./run.mjs";
import { runStages } from "./stages.mjs";

readArguments();

const packages = ["client", "mock"];
const folderOf = (name) => join(root, "packages", name);
const stryker = ["exec", "stryker", "run", "--reporters", "clear-text,json"];

function figuresOf(name) {
  const report = JSON.parse(readFileSync(join(folderOf(name), "reports/mutation/mutation.json"), "utf8"));
  return { package: `@workspace-images/${name}`, ...scoreOf(report) };
}

await runStages("mutations:code", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: "Build the packages",
    run: () =>
      run("turbo", ["run", "build", ...packages.map((name) => `--filter=@workspace-images/${name}`)]),
  },
  ...packages.map((name) => ({
    title: `Try the mutations of the ${name}`,
    show: true,
    run: () => run("pnpm", stryker, { cwd: folderOf(name), show: true }),
  })),
  {
    title: "Record the scores",
    run: async () => {
      recordEvidence("code-mutations", {
        command: "npm run mutations:code",
        about: packages.flatMap((name) => [`packages/${name}/src`, `packages/${name}/test`]),
        versions: {},
        figures: packages.map(figuresOf),
      });
    },
  },
]);
