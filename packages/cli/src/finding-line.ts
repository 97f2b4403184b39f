import type { Finding } from "./finding.ts";
import type { Paint } from "./paint.ts";
import { printable } from "./printable.ts";
import { wrap } from "./wrap.ts";

const COLORS = { pass: "green", warn: "yellow", fail: "red", skip: "dim" } as const;
const INDENT = 21;
/** Longer lines are hard to read. */
const WIDEST = 110;

/** Writes a finding as lines of a width; the remedy is on lines of its own. */
export function findingLine({ level, name, text, remedy }: Finding, width: number, paint: Paint): string {
  const fit = (paragraph: string) => wrap(printable(paragraph), Math.min(width, WIDEST), INDENT);
  const start = `${paint(COLORS[level], level)}  ${name.padEnd(INDENT - 6)}`;
  const end = remedy ? `\n${" ".repeat(INDENT)}${fit(remedy)}` : "";
  return `${start}${fit(text)}${end}\n`;
}
