// `npm run mutations:code`: Stryker on the client, and its score for the documentation. Takes an hour or more.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readArguments } from "./arguments.mjs";
import { recordEvidence } from "./evidence/record.mjs";
import { scoreOf } from "./evidence/stryker-score.mjs";
import { install } from "./install.mjs";
import { root, run } from "./run.mjs";
import { runStages } from "./stages.mjs";

readArguments();

const folder = join(root, "packages/client");

await runStages("mutations:code", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: "Build the client",
    run: () => run("turbo", ["run", "build", "--filter=@workspace-images/client"]),
  },
  {
    title: "Try the mutations",
    show: true,
    run: () =>
      run("pnpm", ["exec", "stryker", "run", "--reporters", "clear-text,json"], { cwd: folder, show: true }),
  },
  {
    title: "Record the score",
    run: async () => {
      const report = JSON.parse(readFileSync(join(folder, "reports/mutation/mutation.json"), "utf8"));
      recordEvidence("code-mutations", {
        command: "npm run mutations:code",
        about: ["packages/client/src", "packages/client/test"],
        versions: {},
        figures: [{ package: "@workspace-images/client", ...scoreOf(report) }],
      });
    },
  },
]);
