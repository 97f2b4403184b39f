// `npm run bench`: the speed and size of the client and the mocks beside others. Takes a quarter of an hour; `-- --quick`
// takes two minutes.
import { measure } from "./evidence/measure.mjs";

await measure("bench", {
  title: "Measure",
  program: ["packages/bench/src/bench.ts"],
  about: ["packages/client/src", "packages/mock/src", "packages/mock-server/src", "packages/bench/src"],
});
