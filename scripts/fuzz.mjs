// `npm run fuzz`: generated requests, malformed ones included, to the mock server over real sockets. Arguments after `--`
// are those of packages/mock-server/fuzz/main.ts.
import { measure } from "./evidence/measure.mjs";

await measure("fuzz", {
  title: "Send the requests",
  program: ["packages/mock-server/fuzz/main.ts"],
  about: ["packages/mock-server/src", "packages/mock-server/fuzz", "packages/mock/src"],
});
