import { HcClient } from "@huaweicloud/huaweicloud-sdk-core/HcClient.js";
import { DefaultHttpClient } from "@huaweicloud/huaweicloud-sdk-core/http/DefaultHttpClient.js";
import type { Peer } from "./peer.ts";
import { PROJECT_ID, QUERY, TOKEN } from "./request.ts";

const HC_CLIENT = "@huaweicloud/huaweicloud-sdk-core/HcClient.js";
const CREDENTIALS = "@huaweicloud/huaweicloud-sdk-core";

/** The core of the official SDK, without the service package. It bundles for Node.js only, and accepts no `fetch`. */
export const huaweiSdk: Peer = {
  name: "@huaweicloud/huaweicloud-sdk-core",
  origin: import.meta.url,
  program: `export { HcClient } from "${HC_CLIENT}"; export { BasicCredentials } from "${CREDENTIALS}"`,
  platform: "node",
  modules: [HC_CLIENT, CREDENTIALS],
  takesFetch: false,
  connect(endpoint) {
    const client = new HcClient(new DefaultHttpClient({}, [endpoint])).withEndpoints([endpoint]);
    return () =>
      client.sendRequest({
        method: "GET",
        url: "/v2/{project_id}/images",
        contentType: "application/json",
        pathParams: { project_id: PROJECT_ID },
        queryParams: QUERY,
        headers: { "X-Auth-Token": TOKEN },
      });
  },
};
