import { Help } from "commander";

/** Breaks each line of a text between words, so that it fits a width; what follows the first line is indented. */
export function wrap(text: string, width: number, indent = 0): string {
  if (!Number.isFinite(width)) return text;
  const help = new Help();
  help.minWidthToWrap = 1;
  return help.boxWrap(text, Math.max(20, width - indent)).replaceAll("\n", `\n${" ".repeat(indent)}`);
}
