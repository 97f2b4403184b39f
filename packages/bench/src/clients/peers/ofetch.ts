import { createFetch } from "ofetch";
import type { Peer } from "./peer.ts";
import { PROJECT_ID, QUERY, TOKEN } from "./request.ts";

/** ofetch with its defaults: one retry. */
export const ofetchPeer: Peer = {
  name: "ofetch",
  origin: import.meta.url,
  program: 'export { ofetch } from "ofetch"',
  modules: ["ofetch"],
  takesFetch: true,
  connect(endpoint, fetch = globalThis.fetch) {
    const client = createFetch({
      fetch,
      defaults: {
        baseURL: endpoint,
        headers: { "Content-Type": "application/json", "X-Auth-Token": TOKEN },
      },
    });
    return () => client(`/v2/${PROJECT_ID}/images`, { query: QUERY });
  },
};
