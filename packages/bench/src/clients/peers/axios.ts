import axios from "axios";
import type { Peer } from "./peer.ts";
import { PROJECT_ID, QUERY, TOKEN } from "./request.ts";

/** axios over `node:http`, its default in Node.js, or with its fetch adapter if `fetch` is given. */
export const axiosPeer: Peer = {
  name: "axios",
  origin: import.meta.url,
  program: 'export { default } from "axios"',
  modules: ["axios"],
  takesFetch: true,
  connect(endpoint, fetch) {
    const client = axios.create({
      baseURL: endpoint,
      headers: { "Content-Type": "application/json", "X-Auth-Token": TOKEN },
      ...(fetch && { adapter: "fetch", env: { fetch } }),
    });
    return async () => {
      const { data } = await client.get(`/v2/${PROJECT_ID}/images`, { params: QUERY });
      return data;
    };
  },
};
