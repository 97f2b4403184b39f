import { ConnectionError } from "../errors/errors.ts";
import { maskCause } from "./mask.ts";

/** Creates the error for a request without a complete response from what `fetch` throws. */
export function createConnectionError(error: unknown, mask: (text: string) => string): ConnectionError {
  const cause = maskCause(error, mask);
  let root = cause;
  while (root?.cause instanceof Error) root = root.cause;
  return new ConnectionError(`No complete response arrived: ${root?.message || "no reason was given"}`, {
    cause,
  });
}
