import { type Command, InvalidArgumentError, Option } from "commander";
import {
  addConnectionOptions,
  addDisplayOptions,
  type ConnectionOptions,
  integerFrom,
} from "./connection-options.ts";
import { imageColumns } from "./image-columns.gen.ts";
import { type OutputFormat, outputFormats } from "./output-format.ts";
import { type QueryOption, queryOptions } from "./query-options.gen.ts";

/** What the command line asks to be listed, and how. */
export interface ListOptions extends ConnectionOptions {
  readonly [filter: string]: unknown;
  readonly output: OutputFormat;
  readonly columns?: readonly string[];
  readonly max?: number;
  readonly concurrency?: number;
}

const EXAMPLES = `
Examples:
  workspace-images list --mock
  workspace-images list --region cn-north-4 --os-type Windows --image-type gold
  workspace-images list --region cn-north-4 --sort-field created_at --sort-type desc --max 5
  workspace-images list --region cn-north-4 --output jsonl | jq -r .name`;

function readColumns(text: string): readonly string[] {
  const columns = text.split(",").map((column) => column.trim());
  const unknown = columns.find((column) => !imageColumns.includes(column));
  if (unknown === undefined) return columns;
  throw new InvalidArgumentError(`There is no column "${unknown}". Columns: ${imageColumns.join(", ")}.`);
}

function queryOption({ name, description, values, range }: QueryOption): Option {
  const long = `--${name.replaceAll("_", "-")}`;
  const option = new Option(`${long} <${range ? "number" : "value"}>`, description);
  if (values) option.choices(values);
  // A listing of pages without images would not get anywhere.
  if (range) option.argParser(integerFrom(name === "limit" ? 1 : range[0], range[1]));
  return option;
}

function isFilter({ name, range }: QueryOption): boolean {
  return !range && !name.startsWith("sort_");
}

/** Adds the command that lists images. */
export function addListCommand(program: Command): void {
  const command = program
    .command("list")
    .description("Lists images, all that match the filters.")
    .addHelpText("after", EXAMPLES);
  command.optionsGroup("Filters:");
  for (const option of queryOptions.filter(isFilter)) command.addOption(queryOption(option));
  command.optionsGroup("Order and pages:");
  for (const option of queryOptions.filter((option) => !isFilter(option)))
    command.addOption(queryOption(option));
  command
    .option("--max <number>", "Number of images to list at the most. Default: all.", integerFrom(1))
    .option("--concurrency <number>", "Number of requests at a time. Default: 1.", integerFrom(1))
    .optionsGroup("Output:")
    .addOption(
      new Option("-o, --output <format>", "Format of standard output.")
        .choices(outputFormats)
        .default("table"),
    )
    .option(
      "--columns <names>",
      `Properties to show, separated by commas: ${imageColumns.join(", ")}.`,
      readColumns,
    );
  addDisplayOptions(command);
  addConnectionOptions(command);
  command.action(async (options: ListOptions) => {
    const { list } = await import("./list.ts");
    process.exitCode = await list(options);
  });
}
