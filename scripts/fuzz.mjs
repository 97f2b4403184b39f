// `npm run fuzz`: generated requests, malformed ones included, to the mock server over real sockets. Arguments after `--`
// are those of packages/mock-server/fuzz/main.ts.
import { install } from "./install.mjs";
import { run } from "./run.mjs";
import { runStages } from "./stages.mjs";

await runStages("fuzz", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: "Build the mock server",
    run: () => run("turbo", ["run", "build", "--filter=@workspace-images/mock-server"]),
  },
  {
    title: "Send the requests",
    show: true,
    run: () => run("node", ["packages/mock-server/fuzz/main.ts", ...process.argv.slice(2)], { show: true }),
  },
]);
