import createCompletions from "@bomb.sh/tab/commander";
import type { Command } from "commander";
import { imageColumns } from "./image-columns.gen.ts";
import { queryOptions } from "./query-options.gen.ts";
import { regions } from "./regions.gen.ts";

/** Adds the hidden command that the completion scripts ask for what may follow. */
export function addCompletions(program: Command): void {
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
  suggest("region", [...new Set(regions.map(({ region }) => region))]);
  suggest("columns", imageColumns);
  for (const { name, values, examples } of queryOptions)
    suggest(name.replaceAll("_", "-"), values ?? examples);
}
