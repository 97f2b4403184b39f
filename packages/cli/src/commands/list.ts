import { type Command, InvalidArgumentError, Option } from "commander";
import { imageColumns } from "../generated/image-columns.gen.ts";
import { type QueryOption, queryOptions } from "../generated/query-options.gen.ts";
import type { ListOptions } from "../list/list-images.ts";
import { createInterruption } from "../process/interruption.ts";
import { addConnectionOptions, addDisplayOptions } from "./connection-options.ts";
import { integerFrom } from "./numbers.ts";
import { outputOption } from "./output-option.ts";

const EXAMPLES = `
Examples:
  workspace-images list --mock
  workspace-images list --region cn-north-4 --os-type Windows --image-type gold
  workspace-images list --mock --sort-field created_at --sort-type desc --max 5
  workspace-images list --region cn-north-4 --output jsonl | jq -r .name`;

function readColumns(text: string): readonly string[] {
  const columns = text.split(",").map((column) => column.trim());
  const unknown = columns.find((column) => !imageColumns.includes(column));
  if (unknown === undefined) return columns;
  throw new InvalidArgumentError(`There is no column "${unknown}". Columns: ${imageColumns.join(", ")}.`);
}

function queryOption({ name, description, values, range }: QueryOption): Option {
  const long = `--${name.replaceAll("_", "-")}`;
  // A limit of 0 is documented, but a listing of empty pages would make no progress.
  const isLimit = name === "limit";
  const text = isLimit
    ? "Number of images on each page, from 1 to 100. Default: 100. For a shorter list, use --max."
    : description;
  const option = new Option(`${long} <${range ? "number" : "value"}>`, text);
  if (values) option.choices(values);
  if (range) option.argParser(integerFrom(isLimit ? 1 : range[0], range[1]));
  return option;
}

function isFilter({ name, range }: QueryOption): boolean {
  return !range && !name.startsWith("sort_");
}

/** Adds the command that lists images. */
export function addListCommand(program: Command): void {
  const command = program
    .command("list")
    .description("List all images that match the filters.")
    .addHelpText("after", EXAMPLES);
  command.optionsGroup("Filters:");
  for (const option of queryOptions.filter(isFilter)) command.addOption(queryOption(option));
  command.optionsGroup("Order and pages:");
  for (const option of queryOptions.filter((option) => !isFilter(option)))
    command.addOption(queryOption(option));
  command
    .option("--max <number>", "Maximum number of images to list. Default: all.", integerFrom(1))
    .option("--concurrency <number>", "Maximum number of requests at a time. Default: 1.", integerFrom(1))
    .optionsGroup("Output:")
    .addOption(outputOption())
    .option(
      "--columns <names>",
      `Properties to show, separated by commas: ${imageColumns.join(", ")}.`,
      readColumns,
    )
    .option("--bom", "Start CSV with a byte order mark, by which Excel recognizes UTF-8.");
  addDisplayOptions(command);
  addConnectionOptions(command);
  command.action(async (options: ListOptions) => {
    if (options.bom && options.output !== "csv") command.error("error: --bom needs --output csv");
    const signal = createInterruption(options.deadline);
    const { listImages } = await import("../list/list-images.ts");
    process.exitCode = await listImages(options, signal);
  });
}
