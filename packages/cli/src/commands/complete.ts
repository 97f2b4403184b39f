import createCompletions from "@bomb.sh/tab/commander";
import type { Command } from "commander";
import { imageColumns } from "../generated/image-columns.gen.ts";
import { queryOptions } from "../generated/query-options.gen.ts";
import { regions } from "../generated/regions.gen.ts";

/** Adds the hidden command that completion scripts run to find the words that can follow. */
export function addCompleteCommand(program: Command): void {
  const { commands } = createCompletions(program);
  commands.delete("complete");
  function suggest(option: string, values: readonly string[]): void {
    for (const command of commands.values()) {
      const found = command.options.get(option);
      if (!found) continue;
      found.handler = (complete) => {
        for (const value of values) complete(value, "");
      };
    }
  }
  suggest(
    "region",
    regions.map(({ region }) => region),
  );
  suggest("columns", imageColumns);
  for (const { name, values, examples } of queryOptions)
    suggest(name.replaceAll("_", "-"), values ?? examples);
}
