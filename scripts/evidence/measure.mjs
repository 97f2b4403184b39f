// Commands that build the packages, run a program which writes figures as JSON, and record these.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments } from "../arguments.mjs";
import { install } from "../install.mjs";
import { run } from "../run.mjs";
import { runStages } from "../stages.mjs";
import { recordEvidence } from "./record.mjs";

/**
 * Runs `npm run <name>`. Arguments after `--` are those of the program, which gets a file for its figures with `--json`.
 *
 * @param {string} name
 * @param {object} measurement
 * @param {string} measurement.title What the program does, in the imperative.
 * @param {import("node:util").ParseArgsOptionsConfig} measurement.options Options of `npm run <name>`.
 * @param {readonly string[]} measurement.program The program and its arguments, options of Node.js first.
 * @param {"mock-server" | "docs"} [measurement.builds] The package to build first, with those that it depends on.
 * @param {readonly string[]} measurement.about Paths of what is measured, for the date of the figures.
 */
export async function measure(name, { title, options, program, builds = "mock-server", about }) {
  readArguments({ options });
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  // At the exit, because a failed stage ends the process.
  process.on("exit", () => rmSync(folder, { recursive: true }));
  const json = join(folder, "figures.json");
  const args = process.argv.slice(2);
  function record() {
    const figures = JSON.parse(readFileSync(json, "utf8"));
    const command = ["npm run", name, ...(args.length > 0 ? ["--", ...args] : [])].join(" ");
    recordEvidence(name, { command, about, versions: figures.versions ?? {}, figures });
  }
  await runStages(name, [
    { title: "Install the locked dependencies and Node.js 24", run: install },
    {
      title: "Build the packages",
      run: () => run("turbo", ["run", "build", `--filter=@workspace-images/${builds}...`]),
    },
    {
      title,
      show: true,
      async run() {
        try {
          await run("node", [...program, "--json", json, ...args], { show: true });
        } finally {
          // Also when a figure is worse than it may be.
          if (existsSync(json)) record();
        }
      },
    },
  ]);
}
