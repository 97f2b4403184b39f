// `npm run runtimes`: the packed packages, installed from tarballs, on each runtime and through each bundler. Installs
// about a gigabyte from the npm registry into a temporary folder.

import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments } from "./arguments.mjs";
import { install } from "./install.mjs";
import { run } from "./run.mjs";
import { bundlers } from "./runtimes/bundlers.mjs";
import { startFaultyServer } from "./runtimes/faulty-server.mjs";
import { createProject } from "./runtimes/project.mjs";
import { writeReport } from "./runtimes/report.mjs";
import { resolutions } from "./runtimes/resolutions.mjs";
import { runtimes } from "./runtimes/runtimes.mjs";
import { tryOut } from "./runtimes/subject.mjs";
import { runStages } from "./stages.mjs";

readArguments();

const folder = await mkdtemp(join(tmpdir(), "runtimes-"));
// At the exit, because a failed stage ends the process.
process.on("exit", () => rmSync(folder, { recursive: true }));

/** In this order, because Chromium and workerd run bundles. */
const subjects = { resolutions, bundlers, runtimes };
/** @type {Record<keyof typeof subjects, import("./runtimes/subject.mjs").Result[]>} */
const results = { resolutions: [], bundlers: [], runtimes: [] };

const stages = /** @type {const} */ (["resolutions", "bundlers", "runtimes"]).flatMap((kind) =>
  subjects[kind].map((subject) => ({
    title: `Try ${subject.name} ${subject.version ?? ""}`.trimEnd(),
    show: kind === "runtimes",
    async run() {
      const result = await tryOut(subject, folder);
      results[kind].push(result);
      if (kind !== "runtimes") return;
      for (const [name, behaviours] of Object.entries(result.behaviours)) {
        for (const behaviour of behaviours) console.log(`  ${name}: ${behaviour}`);
      }
    },
  })),
);

await runStages("runtimes", [
  { title: "Install the locked dependencies and Node.js 24", run: install },
  {
    title: "Build the packages",
    run: () => run("turbo", ["run", "build", "--filter=@workspace-images/cli"]),
  },
  {
    title: "Install the packages, runtimes and bundlers",
    async run() {
      const all = Object.values(subjects).flat();
      const dependencies = Object.assign({}, ...all.map(({ dependencies }) => dependencies));
      await createProject(folder, dependencies, await startFaultyServer());
    },
  },
  ...stages,
  { title: "Write RUNTIMES.md", run: () => writeReport(results) },
]);
