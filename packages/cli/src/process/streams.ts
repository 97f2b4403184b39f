import { createPaint } from "../terminal/colours.ts";
import { excerpt } from "../terminal/printable.ts";
import { terminalWidth } from "../terminal/width.ts";
import { wrap } from "../terminal/wrap.ts";

const LABELS = { error: "red", warning: "yellow" } as const;

/** Writes data to standard output; resolves when more can be written. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}

/** Writes a line for people to standard error. It is wrapped to fit the terminal, stays indented, and cannot control it. */
export function notify(line: string): void {
  const [indent = ""] = /^ */.exec(line) ?? [];
  const text = wrap(excerpt(line.slice(indent.length)), terminalWidth(process.stderr), indent.length);
  const paint = createPaint(process.stderr);
  const painted = text.replace(/^(error|warning):/, (label, name: keyof typeof LABELS) =>
    paint(LABELS[name], label),
  );
  process.stderr.write(`${indent}${painted}\n`);
}
