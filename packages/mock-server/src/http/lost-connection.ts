/** Tells whether a fault has lost the connection: the mock then rejects like `fetch`. */
export function isLost(error: unknown): boolean {
  return error instanceof TypeError && error.message === "fetch failed";
}
