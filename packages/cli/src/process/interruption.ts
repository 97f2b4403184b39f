/** Returns a signal that Ctrl-C aborts. A second Ctrl-C ends the process at once. */
export function createInterruption(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort());
  return controller.signal;
}
