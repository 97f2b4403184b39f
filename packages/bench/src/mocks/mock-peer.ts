import type { MockImage } from "@workspace-images/mock";

/** A mock of the service, which is measured in a process of its own. */
export interface MockPeer {
  readonly name: string;
  /** Address of the module that exports this peer. */
  readonly origin: string;
  /** Makes it answer with these images, or with the examples of the description where a mock knows nothing else. */
  start(images: readonly MockImage[]): Answering | Promise<Answering>;
}

/** How a mock is reached: by its own `fetch`, or over HTTP. */
export type Answering =
  | { readonly fetch: typeof globalThis.fetch }
  | {
      readonly url: string;
      /** The process that answers, when it is another one. */
      readonly pid?: number | undefined;
    };
