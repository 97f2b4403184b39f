// `npm test`: every check of the repository. What has not changed since the last time is not run again.
import { readArguments } from "./arguments.mjs";
import { install } from "./install.mjs";
import { run } from "./run.mjs";
import { runStages } from "./stages.mjs";

readArguments();

const tasks = ["lint", "check", "build", "test", "test:scripts", "check:package", "check:api", "budgets"];

await runStages("npm test", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: `Run ${tasks.join(", ")} of every package`,
    show: true,
    run: () => run("turbo", ["run", ...tasks, "--output-logs=new-only"], { show: true }),
  },
]);
