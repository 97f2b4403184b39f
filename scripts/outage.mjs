// `npm run outage`: the load that clients put on a service in trouble, on a virtual clock. Arguments after `--` are those of
// packages/bench/src/outage.ts. Takes about a quarter of an hour.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordEvidence } from "./evidence/record.mjs";
import { install } from "./install.mjs";
import { run } from "./run.mjs";
import { runStages } from "./stages.mjs";

const folder = mkdtempSync(join(tmpdir(), "outage-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
const json = join(folder, "outage.json");

await runStages("outage", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: "Build the client",
    run: () => run("turbo", ["run", "build", "--filter=@workspace-images/client"]),
  },
  {
    title: "Measure the load",
    show: true,
    run: () =>
      run("node", ["packages/bench/src/outage.ts", "--json", json, ...process.argv.slice(2)], { show: true }),
  },
  {
    title: "Record the figures",
    run: async () =>
      recordEvidence("outage", {
        command: "npm run outage",
        about: ["packages/client/src", "packages/bench/src/outage", "packages/bench/src/outage.ts"],
        versions: {},
        figures: JSON.parse(readFileSync(json, "utf8")),
      }),
  },
]);
