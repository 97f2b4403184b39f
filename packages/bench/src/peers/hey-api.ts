import { createClient } from "@hey-api/client-fetch";
import { PROJECT_ID, QUERY, TOKEN } from "../sample-page.ts";
import type { Peer } from "./peer.ts";

/** The client that generated code of hey-api calls; the generated functions would come on top. */
export const heyApi: Peer = {
  name: "@hey-api/client-fetch",
  origin: import.meta.url,
  program: 'export { createClient } from "@hey-api/client-fetch"',
  modules: ["@hey-api/client-fetch"],
  takesFetch: true,
  connect(endpoint, fetch) {
    const client = createClient({
      baseUrl: endpoint,
      headers: { "Content-Type": "application/json", "X-Auth-Token": TOKEN },
      ...(fetch && { fetch: fetch as (request: Request) => Promise<Response> }),
    });
    return async () => {
      const { data } = await client.get({
        url: "/v2/{project_id}/images",
        path: { project_id: PROJECT_ID },
        query: QUERY,
      });
      return data;
    };
  },
};
