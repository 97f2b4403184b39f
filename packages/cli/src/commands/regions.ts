import type { Command } from "commander";
import type { OutputFormat } from "../output/output-format.ts";
import { addDisplayOptions } from "./connection-options.ts";
import { outputOption } from "./output-option.ts";

/** Adds the command that lists the documented regions. */
export function addRegionsCommand(program: Command): void {
  const command = program
    .command("regions")
    .description("List the documented regions and their Workspace endpoints.")
    .addOption(outputOption());
  addDisplayOptions(command);
  command.action(async ({ output }: { readonly output: OutputFormat }) => {
    const { regions } = await import("../generated/regions.gen.ts");
    const { createRowWriter } = await import("../output/row-writer.ts");
    const columns = ["region", "endpoint"];
    const options = { format: output, id: "region", tableColumns: columns, allColumns: columns };
    const writer = await createRowWriter(options);
    await writer.write(regions);
    await writer.end();
  });
}
