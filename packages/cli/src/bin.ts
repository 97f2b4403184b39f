#!/usr/bin/env node
import { readVersion } from "./version.ts";

if (process.argv.includes("--no-color")) process.env["NO_COLOR"] = "1";
// Node.js warns when both are set, as soon as a module asks for colours; NO_COLOR is the one that counts.
if (process.env["NO_COLOR"]) delete process.env["FORCE_COLOR"];

const [argument, ...others] = process.argv.slice(2);
if (others.length === 0 && (argument === "--version" || argument === "-V")) {
  process.stdout.write(`${readVersion()}\n`);
} else {
  const { run } = await import("./run.ts");
  await run(process.argv);
}
