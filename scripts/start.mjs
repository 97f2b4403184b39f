// `npm start`: from a fresh clone to product images listed by the client through Prism.
import { readArguments } from "./arguments.mjs";
import { install } from "./install.mjs";
import { run } from "./run.mjs";
import { runStages } from "./stages.mjs";

readArguments();

const turbo = (...args) => run("turbo", ["run", ...args]);

await runStages("npm start", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: "Lint and bundle the descriptions",
    run: () => turbo("lint", "build", "--filter=@workspace-images/spec"),
  },
  // The command line depends on every package with generated files.
  {
    title: "Generate what follows from the descriptions",
    run: () => turbo("generate", "--filter=@workspace-images/cli..."),
  },
  { title: "Build the packages and the documentation", run: () => turbo("build") },
  { title: "List images", show: true, run: () => run("node", ["scripts/list-images.mjs"], { show: true }) },
]);
