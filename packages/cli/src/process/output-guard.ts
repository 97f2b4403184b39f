import { writeFileSync } from "node:fs";
import { Duplex, type Writable } from "node:stream";
import { ExitStatus } from "./exit-status.ts";

/**
 * Ends the process if its output cannot be written. It is quiet when the reader is gone, as `head` is after a few lines,
 * with the status of programs that SIGPIPE ends, so that a script with `pipefail` knows that the output is not complete.
 * A standard output that is closed from the start (`>&-`) cannot be noticed: Node.js opens /dev/null in its place, just as
 * programs do that start this one and ignore its output.
 */
export function guardOutput(): void {
  process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") process.exit(ExitStatus.outputClosed);
    process.stderr.write(`error: Cannot write the output (${code ?? message})\n`);
    process.exit(ExitStatus.failure);
  });
  process.stderr.on("error", () => {});
  if (!(process.stdout instanceof Duplex)) writeWhole(process.stdout);
}

/** Lets a stream of a file write all of each chunk. Node.js does not notice that an almost full disk took a part of it. */
function writeWhole(stream: Writable & { readonly fd: number }): void {
  stream._write = (chunk, _, done) => {
    try {
      writeFileSync(stream.fd, chunk);
      done();
    } catch (error) {
      done(error as Error);
    }
  };
}
