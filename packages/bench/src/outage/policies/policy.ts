/** How a client calls the service, with the retries of its defaults. */
export interface Policy {
  readonly name: string;
  /** Starts a program, which keeps the state of its retries, and returns the function that makes a call. */
  start(fetch: typeof globalThis.fetch): () => Promise<unknown>;
}

/** Address of the service and of IAM. */
export const ENDPOINT = "https://workspace.test";
