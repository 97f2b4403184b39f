import { ClientBuilder } from "@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js";
import type { HcClient } from "@huaweicloud/huaweicloud-sdk-core/HcClient.js";
import type { SdkResponse } from "@huaweicloud/huaweicloud-sdk-core/SdkResponse.js";

export class ListImagesRequest {
  readonly query: Record<string, string | number> = {};

  withOsType(osType: string): this {
    this.query["os_type"] = osType;
    return this;
  }

  withLimit(limit: number): this {
    this.query["limit"] = limit;
    return this;
  }

  withOffset(offset: number): this {
    this.query["offset"] = offset;
    return this;
  }
}

export interface ListImagesResponse extends SdkResponse {
  readonly images?: readonly {
    readonly id?: string;
    readonly name?: string;
  }[];
}

export class WorkspaceClient {
  readonly #core: HcClient;

  constructor(core: HcClient) {
    this.#core = core;
  }

  static newBuilder(): ClientBuilder<WorkspaceClient> {
    return new ClientBuilder((core) => new WorkspaceClient(core));
  }

  listImages({ query }: ListImagesRequest): Promise<ListImagesResponse> {
    return this.#core.sendRequest({
      method: "GET",
      url: "/v2/{project_id}/images",
      contentType: "application/json",
      pathParams: {},
      queryParams: query,
      headers: {},
    });
  }
}
