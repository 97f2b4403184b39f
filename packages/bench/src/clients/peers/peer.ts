/** One way to request a page of images. */
export interface Peer {
  readonly name: string;
  /** URL of the module that exports this peer, or a function that creates it from a folder. */
  readonly origin: string;
  /** Program whose bundle size is measured; absent if there is nothing to bundle. */
  readonly program?: string;
  /** Platform of the bundle. Default: browsers. */
  readonly platform?: "node";
  /** Modules whose import time is measured; absent if there is nothing to import. */
  readonly modules?: readonly string[];
  /** Whether `connect` accepts a `fetch`. */
  readonly takesFetch: boolean;
  /** Returns a function that requests one page and resolves with its parsed body. */
  connect(endpoint: string, fetch?: typeof globalThis.fetch): Call | Promise<Call>;
}

/** Requests one page. */
export type Call = () => Promise<unknown>;
