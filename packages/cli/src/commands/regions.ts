import type { Command } from "commander";
import type { OutputFormat } from "../output/output-format.ts";
import { notify } from "../process/streams.ts";
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
    const tableColumns = ["region", "endpoint", "note"];
    const allColumns = [...tableColumns, "alternative"];
    const writer = await createRowWriter({ format: output, id: "region", tableColumns, allColumns });
    await writer.write(regions.map((region) => ({ ...region })));
    await writer.end();
    for (const { region, alternative } of output === "table" ? regions : [])
      if (alternative)
        notify(
          `Unconfirmed: the endpoint of ${region} may be ${alternative} instead. Choose it with --endpoint.`,
        );
  });
}
