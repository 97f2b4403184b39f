import type { Peer } from "./peer.ts";
import { PROJECT_ID, QUERY, TOKEN } from "./request.ts";

const query = `os_type=${QUERY.os_type}&limit=${QUERY.limit}`;

/** `fetch` and `json()` without any checks. */
export const bareFetch: Peer = {
  name: "fetch + json()",
  origin: import.meta.url,
  takesFetch: true,
  connect(endpoint, fetch = globalThis.fetch) {
    const headers = { "Content-Type": "application/json", "X-Auth-Token": TOKEN };
    return async () => {
      const response = await fetch(`${endpoint}/v2/${PROJECT_ID}/images?${query}`, { headers });
      return response.json();
    };
  },
};
