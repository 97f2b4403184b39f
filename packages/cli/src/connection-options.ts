import { type Command, InvalidArgumentError, Option } from "commander";
import { projectIdDescription, regionDescription } from "./query-options.gen.ts";

/** What the command line says about how to reach the service. */
export interface ConnectionOptions {
  readonly region?: string;
  readonly endpoint?: string;
  readonly projectId?: string;
  /** Seconds for one attempt. */
  readonly timeout?: number;
  readonly mock?: boolean;
  readonly debug?: boolean;
  /** File for the report of a failure. */
  readonly report?: string;
}

/** Creates what reads the whole number of an option. */
export function integerFrom(least: number, most = 999_999_999): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    const range = most === 999_999_999 ? `${least} or more` : `from ${least} to ${most}`;
    throw new InvalidArgumentError(`It has to be a whole number, ${range}.`);
  };
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && seconds > 0 && seconds <= 86_400) return seconds;
  throw new InvalidArgumentError("It has to be a number of seconds, more than 0.");
}

/** Adds the options of every command that asks the service. */
export function addConnectionOptions(command: Command): void {
  command
    .optionsGroup("Connection:")
    .option("-r, --region <region>", `${regionDescription} Default: HW_REGION_NAME.`)
    .option("--endpoint <url>", "Address of Workspace, when it is not that of the region.")
    .option("--project-id <id>", projectIdDescription)
    .option("--timeout <seconds>", "Time for one attempt. Default: 30.", readSeconds)
    .addOption(
      new Option(
        "--mock",
        "Ask the embedded mock, without credentials: invented images, nothing is sent.",
      ).conflicts(["region", "endpoint"]),
    )
    .optionsGroup("Diagnosis:")
    .option("--debug", "Show requests, answers and retries on standard error, without credentials.")
    .option("--report <file>", "Write what is known of a failure to a JSON file, without credentials.");
}

/** Adds the options of every command that writes to a terminal. */
export function addDisplayOptions(command: Command): void {
  command.option("--no-color", "Use no colours; NO_COLOR does the same.");
}
