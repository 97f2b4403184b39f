// `npm run bench`: the speed and size of the client, the mocks, the command line and the site, beside others. Takes about
// twenty minutes; `-- --quick` takes a few.
import { measure } from "./evidence/measure.mjs";

await measure("bench", {
  title: "Measure",
  options: { quick: { type: "boolean" } },
  program: ["packages/bench/src/bench.ts"],
  builds: "docs",
  about: [
    "packages/client/src",
    "packages/mock/src",
    "packages/mock-server/src",
    "packages/cli/src",
    "packages/docs/src/components",
    "packages/bench/src",
  ],
});
