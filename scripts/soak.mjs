// `npm run soak`: 200,000 calls over real sockets while one request in a hundred meets a fault. Takes some minutes.
import { measure } from "./evidence/measure.mjs";

await measure("soak", {
  title: "Make the calls",
  program: ["--expose-gc", "packages/bench/src/soak.ts"],
  about: ["packages/client/src", "packages/bench/src/soak", "packages/bench/src/soak.ts"],
});
