// `npm run outage`: the load that clients put on a service in trouble, on a virtual clock. Takes about a quarter of an hour.
import { measure } from "./evidence/measure.mjs";

await measure("outage", {
  title: "Measure the load",
  program: ["packages/bench/src/outage.ts"],
  about: ["packages/client/src", "packages/bench/src/outage", "packages/bench/src/outage.ts"],
});
