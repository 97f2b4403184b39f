import type { Connection } from "./connection.ts";
import { explain } from "./explanation.ts";
import { writeReport } from "./failure-report.ts";
import { createPaint } from "./paint.ts";
import { printable } from "./printable.ts";
import { tell } from "./standard-streams.ts";

/** What is known beside the error. */
export interface FailureContext {
  readonly connection?: Connection | undefined;
  /** File for the report. */
  readonly report?: string | undefined;
}

/** Says on standard error what went wrong and what to do next; resolves to the exit status. */
export async function reportFailure(
  error: unknown,
  { connection, report }: FailureContext = {},
): Promise<number> {
  const { problem, remedy, status, isUnclear } = explain(error, connection?.sources);
  const paint = createPaint(process.stderr);
  const [first = "", ...details] = problem.split("\n");
  tell(`${paint("red", "error:")} ${printable(first)}`);
  for (const line of details) tell(`  ${printable(line)}`);
  const more = isUnclear ? " With the same options, workspace-images doctor tells more." : "";
  for (const line of (remedy + more).split("\n")) tell(`  ${printable(line.trim())}`);
  if (report) tell(`  ${printable(await writeReport(report, error, status))}`);
  return status;
}
