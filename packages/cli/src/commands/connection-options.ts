import { type Command, Option } from "commander";
import { projectIdDescription } from "../generated/query-options.gen.ts";
import { readSeconds } from "./numbers.ts";

/** Adds the options of every command that calls the service. */
export function addConnectionOptions(command: Command): void {
  command
    .optionsGroup("Connection:")
    .option(
      "-r, --region <region>",
      "Region of the project, and with it of the desktops. Default: the variable HW_REGION_NAME.",
    )
    .option("--endpoint <url>", "URL of Workspace. Default: the endpoint of the region.")
    .option(
      "--project-id <id>",
      `${projectIdDescription} Default: the configured one, else looked up by region.`,
    )
    .option("--timeout <seconds>", "Time limit of one attempt, in seconds. Default: 30.", readSeconds)
    .addOption(
      new Option(
        "--mock",
        "Call the embedded mock instead of Huawei Cloud: invented sample data, no credentials, no network.",
      ).conflicts(["region", "endpoint"]),
    )
    .optionsGroup("Diagnosis:")
    .option("--debug", "Show requests, responses and retries on standard error, without credentials.")
    .option(
      "--report <file>",
      "If the command fails, write a report to this JSON file, without credentials.",
    );
}

/** Adds the options of every command with coloured output. */
export function addDisplayOptions(command: Command): void {
  command.option("--no-color", "Turn off colours. The variable NO_COLOR does the same.");
}
