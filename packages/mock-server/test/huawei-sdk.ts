import { BasicCredentials, Region } from "@huaweicloud/huaweicloud-sdk-core";
import { HcClient } from "@huaweicloud/huaweicloud-sdk-core/HcClient.js";
import {
  type ClientOptions,
  DefaultHttpClient,
} from "@huaweicloud/huaweicloud-sdk-core/http/DefaultHttpClient.js";
import { LogLevel } from "@huaweicloud/huaweicloud-sdk-core/logger/index.js";

/** An access key and a project. Without a project ID, the SDK looks it up by region. */
export interface SdkOptions {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken?: string;
  readonly projectId?: string;
  readonly region?: string;
}

// By default the SDK prints failed requests, with their credentials.
const silent = () => {};
const logger: NonNullable<ClientOptions["logger"]> = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  setLevel: silent,
  setName: silent,
  getLevel: () => LogLevel.ERROR,
};

/** Lists images with the core of the official SDK, as its Workspace package does. */
export function createSdkListing(
  endpoint: string,
  { accessKey, secretKey, securityToken, projectId, region }: SdkOptions,
): (queryParams: Record<string, unknown>) => Promise<{ images?: { id: string }[]; httpStatusCode?: number }> {
  const credentials = new BasicCredentials({ ak: accessKey, sk: secretKey }).withIamEndpoint(endpoint);
  if (projectId) credentials.withProjectId(projectId);
  if (securityToken) credentials.withSecurityToken(securityToken);
  const client = new HcClient(new DefaultHttpClient({ logger }, [endpoint]), { logger })
    .withEndpoints([endpoint])
    .withCredential(credentials);
  if (region) client.withRegion(new Region(region, endpoint));
  return (queryParams) =>
    client.sendRequest({
      method: "GET",
      url: "/v2/{project_id}/images",
      contentType: "application/json",
      pathParams: {},
      queryParams,
      headers: {},
    });
}
