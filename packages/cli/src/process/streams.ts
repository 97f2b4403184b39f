import { wrap } from "../terminal/wrap.ts";

/** Ends the process quietly when the reader of its output is gone, as `head` is after a few lines. */
export function guardStreams(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    process.stderr.write(`error: Cannot write the output (${error.code ?? error.message})\n`);
    process.exit(1);
  });
  process.stderr.on("error", () => {});
}

/** Writes data to standard output; resolves when more can be written. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}

/** Writes a line for people to standard error. On a terminal it is wrapped and stays indented. */
export function notify(line: string): void {
  const { isTTY, columns } = process.stderr;
  const [indent = ""] = /^ */.exec(line) ?? [];
  const text = wrap(line.slice(indent.length), (isTTY && columns) || Number.POSITIVE_INFINITY, indent.length);
  process.stderr.write(`${indent}${text}\n`);
}
