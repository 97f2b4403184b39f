import type { Connection } from "../connection/connection.ts";
import { notify } from "../process/streams.ts";
import { createPaint } from "../terminal/colours.ts";
import { printable } from "../terminal/printable.ts";
import { explain } from "./explanation.ts";
import { writeReport } from "./report-file.ts";

/** What is known besides the error. */
export interface FailureContext {
  readonly connection?: Connection | undefined;
  /** File for the report. */
  readonly report?: string | undefined;
}

/** Writes to standard error what went wrong and what to do, and the report if asked for. Resolves to the exit status. */
export async function writeFailure(
  error: unknown,
  { connection, report }: FailureContext = {},
): Promise<number> {
  const { problem, remedy, status, isUnclear } = explain(error, connection?.sources);
  const [first = "", ...details] = problem.split("\n");
  notify(`${createPaint(process.stderr)("red", "error:")} ${printable(first)}`);
  const more = isUnclear ? " For details, run `workspace-images doctor` with the same options." : "";
  const lines = [...details, `${remedy}${more}`.trim()];
  if (report) lines.push(await writeReport(report, error, status));
  for (const line of lines) notify(`  ${printable(line)}`);
  return status;
}
