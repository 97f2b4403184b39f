import { CommanderError } from "commander";
import { ExitStatus } from "./exit-status.ts";
import { createProgram } from "./program.ts";
import { guardStreams } from "./standard-streams.ts";

/** Runs the command line; the exit status is left in `process.exitCode`. Never rejects. */
export async function run(argv: readonly string[]): Promise<void> {
  guardStreams();
  try {
    const program = createProgram();
    if (argv[2] === "complete") {
      const { addCompletions } = await import("./completions.ts");
      addCompletions(program);
    }
    await program.parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has written its message already.
      process.exitCode = error.exitCode === 0 ? ExitStatus.done : ExitStatus.wrongUse;
      return;
    }
    const { reportFailure } = await import("./failure.ts");
    process.exitCode = await reportFailure(error);
  }
}
