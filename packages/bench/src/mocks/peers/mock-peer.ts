import type { MockImage } from "@workspace-images/mock";

/** The only token that our mocks accept. */
export const TOKEN = "not-a-real-token";

/** A mock of the service, measured in its own process. */
export interface MockPeer {
  readonly name: string;
  /** URL of the module that exports this peer. */
  readonly origin: string;
  /** Starts the mock with these images; a mock that cannot take any responds with the example of the description. */
  start(images: readonly MockImage[]): Running | Promise<Running>;
}

/** How to reach a running mock: through its own `fetch`, or over HTTP. */
export type Running =
  | { readonly fetch: typeof globalThis.fetch }
  | {
      readonly url: string;
      /** ID of the server's process, if it is a child process. */
      readonly pid?: number | undefined;
    };
