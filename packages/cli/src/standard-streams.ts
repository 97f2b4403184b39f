import { wrap } from "./wrap.ts";

/** Ends the process quietly when whoever reads its output is gone, as `head` is after some lines. */
export function guardStreams(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    process.stderr.write(`error: The output cannot be written (${error.code ?? error.message})\n`);
    process.exit(1);
  });
  process.stderr.on("error", () => {});
}

/** Writes data to standard output; resolves when the next may follow. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}

/** Writes a line for people to standard error; on a terminal it is broken between words, and keeps its indent. */
export function tell(line: string): void {
  const { isTTY, columns } = process.stderr;
  const [indent = ""] = /^ */.exec(line) ?? [];
  const text = wrap(line.slice(indent.length), (isTTY && columns) || Number.POSITIVE_INFINITY, indent.length);
  process.stderr.write(`${indent}${text}\n`);
}
