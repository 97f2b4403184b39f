// `npm run outage`: the load that clients put on a service in trouble, on a virtual clock. Takes about a quarter
// of an hour; `-- --clients <n>` sets how many programs call, by default 10,000.
import { measure } from "./evidence/measure.mjs";

await measure("outage", {
  title: "Measure the load",
  options: { clients: { type: "string" } },
  program: ["packages/bench/src/outage.ts"],
  about: [
    ...["async", "auth", "call", "errors", "listing"].map((folder) => `packages/client/src/${folder}`),
    ...["packages/bench/src/outage", "packages/bench/src/outage.ts"],
  ],
});
