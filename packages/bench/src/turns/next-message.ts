import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** Resolves with the next message of a process; rejects if the process exits first. */
export async function nextMessage(name: string, process: ChildProcess): Promise<unknown> {
  const stop = new AbortController();
  const ended = once(process, "exit", stop).then(() => {
    throw new Error(`The process of ${name} exited`);
  });
  try {
    const [message] = await Promise.race([once(process, "message", stop), ended]);
    return message;
  } finally {
    ended.catch(() => {});
    stop.abort();
  }
}
