// `npm run test:packages`: the tests of the published packages, which run on every system.
import { readArguments } from "./arguments.mjs";
import { install } from "./install.mjs";
import { publishedPackages } from "./release/packages.mjs";
import { run } from "./run.mjs";
import { runStages } from "./stages.mjs";

readArguments();

const filters = publishedPackages().map(({ manifest }) => `--filter=${manifest.name}`);

await runStages("npm run test:packages", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: "Test the published packages",
    show: true,
    run: () => run("turbo", ["run", "test", ...filters, "--output-logs=new-only"], { show: true }),
  },
]);
