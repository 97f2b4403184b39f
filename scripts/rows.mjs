// `npm run rows`: for each kind of fact, a new one in a copy of the descriptions works everywhere.
import { readArguments } from "./arguments.mjs";
import { install } from "./install.mjs";
import { run } from "./run.mjs";
import { runStages } from "./stages.mjs";

readArguments();

await runStages("rows", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: "Build the packages that the copies share",
    run: async () => {
      await run("turbo", ["run", "build", "--filter=@workspace-images/cli"]);
    },
  },
  {
    title: "Write new facts into copies",
    show: true,
    run: async () => {
      await run("node", ["--test", "scripts/rows/rows.test.mjs"], { show: true });
    },
  },
]);
