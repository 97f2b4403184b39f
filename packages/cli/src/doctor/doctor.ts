import type { ConnectionOptions } from "../connection/connection.ts";
import { writeReport } from "../failure/report-file.ts";
import { ExitStatus } from "../process/exit-status.ts";
import { createInterruption } from "../process/interruption.ts";
import { notify, print } from "../process/streams.ts";
import { createPaint } from "../terminal/colours.ts";
import { terminalWidth } from "../terminal/width.ts";
import { checkClock } from "./clock-check.ts";
import { checkConfiguration } from "./configuration-check.ts";
import type { Finding } from "./finding.ts";
import { findingLine } from "./finding-line.ts";
import { checkIam } from "./iam-check.ts";
import { checkPage } from "./page-check.ts";
import { checkProxies } from "./proxy-check.ts";

/** Yields what each check finds, and returns the error that stopped the checks. */
async function* check(
  options: ConnectionOptions,
  signal: AbortSignal,
): AsyncGenerator<Finding, unknown, undefined> {
  const configuration = await checkConfiguration(options);
  yield* configuration.findings;
  yield checkProxies(process);
  const { connection } = configuration;
  if (!connection) return configuration.error;
  const iam = await checkIam(connection, signal);
  yield iam.finding;
  yield checkClock(iam.date, Date.now());
  const page = await checkPage(connection, signal);
  yield* page.findings;
  return page.error;
}

/** Checks on standard output, step by step, what a listing needs. Resolves to the exit status. */
export async function examine(options: ConnectionOptions): Promise<number> {
  const signal = createInterruption();
  const paint = createPaint(process.stdout);
  let status: number = ExitStatus.success;
  try {
    const findings = check(options, signal);
    let next = await findings.next();
    for (; !next.done; next = await findings.next()) {
      const finding = next.value;
      if (finding.level === "fail" && status === ExitStatus.success)
        status = finding.status ?? ExitStatus.failure;
      await print(findingLine(finding, terminalWidth(process.stdout), paint));
    }
    if (options.report && next.value) notify(await writeReport(options.report, next.value, status));
    return status;
  } catch (error) {
    if (!signal.aborted) throw error;
    notify("Interrupted.");
    return ExitStatus.interrupted;
  }
}
