// `npm run dev`: the documentation, built anew while the descriptions, the packages or its pages are edited.
import { readArguments } from "./arguments.mjs";
import { install } from "./install.mjs";
import { run } from "./run.mjs";
import { runStages } from "./stages.mjs";

readArguments();

await runStages("npm run dev", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: "Build the packages",
    run: () => run("turbo", ["run", "build", "--filter=@workspace-images/docs^..."]),
  },
  {
    title: "Serve the documentation at http://localhost:4321",
    show: true,
    lasting: true,
    run: () => run("turbo", ["watch", "dev", "--filter=@workspace-images/docs"], { show: true }),
  },
]);
