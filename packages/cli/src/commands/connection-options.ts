import { type Command, Option } from "commander";
import type { ConnectionOptions } from "../connection/connection.ts";
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
    .option(
      "--deadline <seconds>",
      "Time limit of the whole command, in seconds. Default: none.",
      readSeconds,
    )
    .option(
      "--allow-insecure",
      "Allow http, which exposes the credentials, to other machines: for a mock in another container.",
    )
    .addOption(
      new Option(
        "--mock",
        "Call the embedded mock instead of Huawei Cloud: invented sample data, no credentials, no network.",
      ).conflicts(["endpoint"]),
    )
    .option("--images <file>", "With --mock: file with the images to list, as JSON or JSON Lines.")
    .optionsGroup("Diagnosis:")
    .option("--debug", "Show requests, responses and retries on standard error, without credentials.")
    .option(
      "--report <file>",
      "If the command fails or is interrupted, write a report to this new JSON file, without credentials.",
    )
    .hook("preAction", () => {
      const { images, mock } = command.opts<ConnectionOptions>();
      if (images !== undefined && !mock) command.error("error: --images needs --mock");
    });
}

/** Adds the options of every command with coloured output. */
export function addDisplayOptions(command: Command): void {
  command.option("--no-color", "Turn off colours. The variable NO_COLOR does the same.");
}
