#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { HELP, readCommand } from "./command.ts";

const print = (line: string) => process.stdout.write(`${line}\n`);

try {
  const { action, quiet, server: options } = await readCommand(process.argv.slice(2));
  if (action === "help") process.stdout.write(HELP);
  if (action === "version")
    print(JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version);
  if (action === "start") {
    let stop: () => unknown = () => process.exit();
    // From the start, because the first process of a container ignores signals that nothing handles.
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop());
    const { startMockServer } = await import("./mock-server.ts"); // Prism takes a while to load.
    const server = await startMockServer({ ...options, log: quiet ? undefined : print });
    stop = server.close;
    print(`Listening on ${server.url}`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\nTry --help.\n`);
  process.exitCode = 2;
}
