#!/usr/bin/env node
import { guardOutput } from "./process/output-guard.ts";
import { readVersion } from "./process/version.ts";

guardOutput();
if (process.argv.includes("--no-color")) process.env["NO_COLOR"] = "1";
// NO_COLOR takes precedence. If both are set, Node.js writes a warning.
if (process.env["NO_COLOR"]) delete process.env["FORCE_COLOR"];

const [argument, ...others] = process.argv.slice(2);
if (others.length === 0 && (argument === "--version" || argument === "-V")) {
  process.stdout.write(`${readVersion()}\n`);
} else {
  const { run } = await import("./run.ts");
  await run(process.argv);
}
