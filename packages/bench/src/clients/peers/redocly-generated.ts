import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Peer } from "./peer.ts";
import { PROJECT_ID, QUERY, TOKEN } from "./request.ts";

interface GeneratedClient {
  listImages(args: { readonly path: unknown; readonly query: unknown }): Promise<unknown>;
}

/** The part of the generated module that we use. */
interface GeneratedModule {
  readonly OPERATIONS: unknown;
  createClient(operations: unknown, config: Readonly<Record<string, unknown>>): GeneratedClient;
}

/** Returns the path of the generated client. */
export function sourceIn(folder: string): string {
  return join(folder, "redocly-client.ts");
}

/** Returns the path of the compiled client. */
export function compiledIn(folder: string): string {
  return join(folder, "redocly-client.mjs");
}

/** The client that `redocly generate-client` (experimental) has generated into `folder`, with retries and a time-out. */
export function createRedoclyPeer(folder: string): Peer {
  const compiled = pathToFileURL(compiledIn(folder)).href;
  return {
    name: "redocly generate-client",
    origin: import.meta.url,
    program: `export { createClient, OPERATIONS } from ${JSON.stringify(sourceIn(folder))}`,
    modules: [compiled],
    takesFetch: true,
    async connect(endpoint, fetch) {
      const { OPERATIONS, createClient }: GeneratedModule = await import(compiled);
      const client = createClient(OPERATIONS, {
        serverUrl: endpoint,
        headers: { "Content-Type": "application/json" },
        auth: { apiKey: { XAuthToken: TOKEN } },
        retry: { retries: 2 },
        timeout: 30_000,
        ...(fetch && { fetch }),
      });
      return () => client.listImages({ path: { project_id: PROJECT_ID }, query: QUERY });
    },
  };
}
