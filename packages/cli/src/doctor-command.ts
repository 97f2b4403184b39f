import type { Command } from "commander";
import { addConnectionOptions, addDisplayOptions, type ConnectionOptions } from "./connection-options.ts";

/** Adds the command that finds out why a listing fails. */
export function addDoctorCommand(program: Command): void {
  const command = program
    .command("doctor")
    .description(
      "Checks configuration, network, credentials and permission step by step, and says what to do.",
    );
  addDisplayOptions(command);
  addConnectionOptions(command);
  command.action(async (options: ConnectionOptions) => {
    const { examine } = await import("./doctor.ts");
    process.exitCode = await examine(options);
  });
}
