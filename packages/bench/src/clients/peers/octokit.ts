import { request } from "@octokit/request";
import type { Peer } from "./peer.ts";
import { PROJECT_ID, QUERY, TOKEN } from "./request.ts";

/** Octokit's request function with another base URL. */
export const octokit: Peer = {
  name: "@octokit/request",
  origin: import.meta.url,
  program: 'export { request } from "@octokit/request"',
  modules: ["@octokit/request"],
  takesFetch: true,
  connect(endpoint, fetch) {
    const send = request.defaults({
      baseUrl: endpoint,
      headers: { "content-type": "application/json", "x-auth-token": TOKEN },
      ...(fetch && { request: { fetch } }),
    });
    return async () => {
      const { data } = await send("GET /v2/{project_id}/images", { project_id: PROJECT_ID, ...QUERY });
      return data;
    };
  },
};
