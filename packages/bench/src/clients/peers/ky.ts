import ky from "ky";
import type { Peer } from "./peer.ts";
import { PROJECT_ID, QUERY, TOKEN } from "./request.ts";

/** ky with its defaults: retries and a time-out of ten seconds. */
export const kyPeer: Peer = {
  name: "ky",
  origin: import.meta.url,
  program: 'export { default } from "ky"',
  modules: ["ky"],
  takesFetch: true,
  connect(endpoint, fetch) {
    const client = ky.create({
      prefix: endpoint,
      headers: { "Content-Type": "application/json", "X-Auth-Token": TOKEN },
      ...(fetch && { fetch }),
    });
    return () => client.get(`v2/${PROJECT_ID}/images`, { searchParams: QUERY }).json();
  },
};
