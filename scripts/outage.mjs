// `npm run outage`: the load that clients put on a service in trouble, on a virtual clock. `-- --clients <n>` sets how many
// programs call: the default of 10,000 takes about half an hour on two cores, 1,000 about three minutes.
import { measure } from "./evidence/measure.mjs";

await measure("outage", {
  title: "Measure the load",
  options: { clients: { type: "string" } },
  program: ["packages/bench/src/outage.ts"],
  about: [
    ...["async", "auth", "call", "errors", "listing"].map((folder) => `packages/client/src/${folder}`),
    ...["packages/client/src/images-client.ts", "packages/bench/src/outage", "packages/bench/src/outage.ts"],
  ],
});
