/** Turns Ctrl-C into an abort, once: the second one ends the process at once. */
export function createInterruption(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort());
  return controller.signal;
}
