// `npm run soak`: 200,000 calls over real sockets while one request in a hundred meets a fault. Takes some minutes;
// `-- --calls <n>` sets how many.
import { measure } from "./evidence/measure.mjs";

await measure("soak", {
  title: "Make the calls",
  options: { calls: { type: "string" } },
  program: ["--expose-gc", "packages/bench/src/soak.ts"],
  about: [
    ...["async", "auth", "call", "errors", "listing"].map((folder) => `packages/client/src/${folder}`),
    ...["packages/client/src/images-client.ts", "packages/bench/src/soak", "packages/bench/src/soak.ts"],
  ],
});
