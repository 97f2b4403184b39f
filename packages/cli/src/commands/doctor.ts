import type { Command } from "commander";
import type { ConnectionOptions } from "../connection/connection.ts";
import { createInterruption } from "../process/interruption.ts";
import { addConnectionOptions, addDisplayOptions } from "./connection-options.ts";

/** Adds the command that finds out why a listing fails. */
export function addDoctorCommand(program: Command): void {
  const command = program
    .command("doctor")
    .description(
      "Check configuration, network, credentials and permissions step by step, and say how to fix what fails.",
    );
  addDisplayOptions(command);
  addConnectionOptions(command);
  command.action(async (options: ConnectionOptions) => {
    const signal = createInterruption(options.deadline);
    const { examine } = await import("../doctor/doctor.ts");
    process.exitCode = await examine(options, signal);
  });
}
