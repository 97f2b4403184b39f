import { type Command, Option } from "commander";
import { addDisplayOptions } from "./connection-options.ts";
import { type OutputFormat, outputFormats } from "./output-format.ts";

/** Adds the command that lists the documented regions. */
export function addRegionsCommand(program: Command): void {
  const command = program
    .command("regions")
    .description("Lists the documented regions and the address of Workspace in each.")
    .addOption(
      new Option("-o, --output <format>", "Format of standard output.")
        .choices(outputFormats)
        .default("table"),
    );
  addDisplayOptions(command);
  command.action(async ({ output }: { readonly output: OutputFormat }) => {
    const { regions } = await import("./regions.gen.ts");
    const { createRowWriter } = await import("./row-writer.ts");
    const columns = ["region", "endpoint"];
    const options = { format: output, id: "region", tableColumns: columns, allColumns: columns };
    const writer = await createRowWriter(options);
    await writer.write(regions);
    await writer.end();
  });
}
