// `npm run fuzz`: generated requests, malformed ones included, to the mock server over real sockets. `-- --requests <n>`
// sets how many, by default 24,000, and `-- --seed <n>` makes other ones.
import { measure } from "./evidence/measure.mjs";

await measure("fuzz", {
  title: "Send the requests",
  options: { requests: { type: "string" }, seed: { type: "string" } },
  program: ["packages/mock-server/fuzz/main.ts"],
  about: ["packages/mock-server/src", "packages/mock-server/fuzz", "packages/mock/src"],
});
