/** One way to ask for a page of images. */
export interface Peer {
  readonly name: string;
  /** Address of the module that exports this peer, or a function that makes it from a folder. */
  readonly origin: string;
  /** Program whose bundle is measured; absent when there is nothing to bundle. */
  readonly program?: string;
  /** Platform of the bundle when browsers are none. */
  readonly platform?: "node";
  /** Modules that a user imports; absent when there is nothing to import. */
  readonly modules?: readonly string[];
  /** Whether `connect` can do with another `fetch`. */
  readonly takesFetch: boolean;
  /** Returns what asks for one page and gives its body as an object. */
  connect(endpoint: string, fetch?: typeof globalThis.fetch): Call | Promise<Call>;
}

/** Asks for one page. */
export type Call = () => Promise<unknown>;
