// `npm run generate`: after a change of the descriptions, writes everything that is committed and follows from them.
import { readArguments } from "./arguments.mjs";
import { install } from "./install.mjs";
import { run } from "./run.mjs";
import { runStages } from "./stages.mjs";

readArguments();

const turbo = (/** @type {string[]} */ ...args) => run("turbo", ["run", ...args]);

await runStages("npm run generate", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  // The command line depends on every package with generated files. Without filters, the documentation is built, too.
  {
    title: "Generate from the descriptions",
    run: () => turbo("generate", "--filter=@workspace-images/cli..."),
  },
  {
    title: "Write the public surface of the client",
    run: () => turbo("api", "--filter=@workspace-images/client"),
  },
  { title: "Make the pictures of the command line", run: () => turbo("pictures") },
]);
