import type { paths } from "@workspace-images/client";
import createClient from "openapi-fetch";
import type { Peer } from "./peer.ts";
import { PROJECT_ID, QUERY, TOKEN } from "./request.ts";

/** The library that our client is built on. */
export const openapiFetch: Peer = {
  name: "openapi-fetch",
  origin: import.meta.url,
  program: 'export { default } from "openapi-fetch"',
  modules: ["openapi-fetch"],
  takesFetch: true,
  connect(endpoint, fetch) {
    const client = createClient<paths>({
      baseUrl: endpoint,
      headers: { "Content-Type": "application/json", "X-Auth-Token": TOKEN },
      ...(fetch && { fetch }),
    });
    return async () => {
      const { data } = await client.GET("/v2/{project_id}/images", {
        params: { path: { project_id: PROJECT_ID }, query: QUERY },
      });
      return data;
    };
  },
};
