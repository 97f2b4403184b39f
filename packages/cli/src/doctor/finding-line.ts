import type { Paint } from "../terminal/colours.ts";
import { excerpt } from "../terminal/printable.ts";
import { wrap } from "../terminal/wrap.ts";
import type { Finding } from "./finding.ts";

const COLOURS = { pass: "green", warn: "yellow", fail: "red", skip: "dim" } as const;
const INDENT = 21;
/** Longer lines are hard to read. */
const MAXIMUM_WIDTH = 110;

/** Renders a finding, wrapped to a width. The remedy starts on a line of its own. */
export function findingLine({ level, name, text, remedy }: Finding, width: number, paint: Paint): string {
  const paragraphs = [...text.split("\n"), ...(remedy ? [remedy] : [])];
  const wrapped = paragraphs.map((line) => wrap(excerpt(line), Math.min(width, MAXIMUM_WIDTH), INDENT));
  const start = `${paint(COLOURS[level], level)}  ${name.padEnd(INDENT - 6)}`;
  return `${start}${wrapped.join(`\n${" ".repeat(INDENT)}`)}\n`;
}
