import { mockServerOptions, runMockServer } from "@workspace-images/mock-server/command";
import type { Command } from "commander";

/** Adds the command that starts the mock server. Commander checks the arguments, and the mock server gets them unchanged. */
export function addMockCommand(program: Command): void {
  const command = program
    .command("mock")
    .description("Start a local mock of the service, validated against the OpenAPI description by Prism.")
    .action(async () => {
      process.exitCode = await runMockServer(program.args.slice(1));
    });
  for (const { name, short, argument, description } of mockServerOptions) {
    const long = argument ? `--${name} <${argument}>` : `--${name}`;
    command.option(short ? `-${short}, ${long}` : long, description);
  }
}
