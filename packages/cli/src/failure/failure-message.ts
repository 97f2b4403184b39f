import type { Connection } from "../connection/connection.ts";
import { ExitStatus } from "../process/exit-status.ts";
import { Interruption } from "../process/interruption.ts";
import { notify } from "../process/streams.ts";
import { plural } from "../terminal/plural.ts";
import { explain } from "./explanation.ts";
import { type Failure, writeReport } from "./report-file.ts";

/** What is known besides the error. */
export interface FailureContext {
  readonly connection?: Connection | undefined;
  /** What was read before. */
  readonly read?: Failure["read"];
  /** File for the report. */
  readonly report?: string | undefined;
}

/** Writes to standard error what went wrong and what to do, and the report if asked for. Resolves to the exit status. */
export async function writeFailure(
  error: unknown,
  { connection, read, report }: FailureContext = {},
): Promise<number> {
  const { problem, remedy, status, isUnclear } = explain(error, connection?.sources);
  const { attempts, lastFailure } = connection?.record ?? {};
  const [first = "", ...details] = problem.split("\n");
  const lines = [
    ...details,
    `${remedy}${isUnclear ? " For details, run `workspace-images doctor` with the same options." : ""}`,
  ];
  if (error instanceof Interruption) {
    const after = read ? ` after ${plural(read.pages, "page")} and ${plural(read.images, "image")}` : "";
    notify(`${status === ExitStatus.failure ? "error: " : ""}${first}${after}.`);
    if (lastFailure) lines.unshift(`Last failure: ${lastFailure}`);
  } else {
    notify(`error: ${first}`);
  }
  if (report) lines.push(await writeReport(report, { error, exitStatus: status, read, attempts }));
  for (const line of lines.map((text) => text.trim()).filter(Boolean)) notify(`  ${line}`);
  return status;
}
