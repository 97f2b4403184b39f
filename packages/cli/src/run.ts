import { CommanderError } from "commander";
import { ExitStatus } from "./process/exit-status.ts";
import { createProgram } from "./program.ts";

/** Runs the command line and sets `process.exitCode`. Never rejects. */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    const program = createProgram();
    if (argv[2] === "complete") {
      const { addCompleteCommand } = await import("./commands/complete.ts");
      addCompleteCommand(program);
    }
    await program.parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has written its message already.
      process.exitCode = error.exitCode === 0 ? ExitStatus.success : ExitStatus.usageError;
      return;
    }
    const { writeFailure } = await import("./failure/failure-message.ts");
    process.exitCode = await writeFailure(error);
  }
}
