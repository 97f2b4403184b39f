import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Command } from "commander";
import { mockOptions } from "./mock-options.gen.ts";

const PACKAGE = "@workspace-images/mock-server/package.json";

/** Adds the command that starts the mock server: the options of its own command, handed on to it. */
export function addMockCommand(program: Command): void {
  const command = program
    .command("mock")
    .description("Starts a mock of the service on this machine, held to the description by Prism.");
  for (const { flags, description } of mockOptions) command.option(flags, description);
  command.action(async () => {
    const given = command.options.flatMap((option) => {
      const value: unknown = command.getOptionValue(option.attributeName());
      if (value === undefined) return [];
      return [value === true ? `${option.long}` : `${option.long}=${value}`];
    });
    const require = createRequire(import.meta.url);
    const { bin } = require(PACKAGE) as { bin: Record<string, string> };
    const [path = ""] = Object.values(bin);
    const url = new URL(path, pathToFileURL(require.resolve(PACKAGE)));
    process.argv = [process.argv[0] ?? "", url.pathname, ...given];
    await import(url.href);
  });
}
