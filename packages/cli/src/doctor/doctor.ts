import type { ConnectionOptions } from "../connection/connection.ts";
import { canUseProxies } from "../connection/proxies.ts";
import { writeFailure } from "../failure/failure-message.ts";
import { writeReport } from "../failure/report-file.ts";
import { ExitStatus } from "../process/exit-status.ts";
import { untilInterrupted } from "../process/interruption.ts";
import { notify, print } from "../process/streams.ts";
import { createPaint } from "../terminal/colours.ts";
import { terminalWidth } from "../terminal/width.ts";
import { checkClock } from "./clock-check.ts";
import { type ConfigurationCheck, checkConfiguration } from "./configuration-check.ts";
import type { Finding } from "./finding.ts";
import { findingLine } from "./finding-line.ts";
import { checkIam } from "./iam-check.ts";
import { checkPage } from "./page-check.ts";
import { checkProxies } from "./proxy-check.ts";

/** Yields what each check finds, and returns the error that stopped the checks. */
async function* check(
  { findings, connection, error }: ConfigurationCheck,
  signal: AbortSignal,
): AsyncGenerator<Finding, unknown, undefined> {
  yield* findings;
  yield checkProxies(process.env, canUseProxies);
  if (!connection) return error;
  const iam = await checkIam(connection, signal);
  yield iam.finding;
  yield checkClock(iam.date, Date.now());
  const page = await checkPage(connection, signal);
  yield* page.findings;
  return page.error;
}

/** Checks on standard output, step by step, what a listing needs, until `signal` aborts. Resolves to the exit status. */
export async function examine(options: ConnectionOptions, signal: AbortSignal): Promise<number> {
  const paint = createPaint(process.stdout);
  const { report } = options;
  let exitStatus: number = ExitStatus.success;
  let failed: Error | undefined;
  let configuration: ConfigurationCheck | undefined;
  try {
    configuration = await untilInterrupted(checkConfiguration(options), signal);
    const findings = check(configuration, signal);
    let next = await findings.next();
    for (; !next.done; next = await findings.next()) {
      const finding = next.value;
      if (finding.level === "fail" && exitStatus === ExitStatus.success) {
        exitStatus = finding.status ?? ExitStatus.failure;
        failed = new Error(`${finding.name}: ${finding.text}`);
      }
      await untilInterrupted(print(findingLine(finding, terminalWidth(process.stdout), paint)), signal);
    }
    const error = next.value ?? failed;
    if (report && error) notify(await writeReport(report, { error, exitStatus }));
    return exitStatus;
  } catch (error) {
    return await writeFailure(error, { connection: configuration?.connection, report });
  }
}
