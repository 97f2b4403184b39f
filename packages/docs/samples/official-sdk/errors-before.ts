import { ClientRequestException } from "@huaweicloud/huaweicloud-sdk-core/exception/ClientRequestException.js";
import { ServerResponseException } from "@huaweicloud/huaweicloud-sdk-core/exception/ServerResponseException.js";
import { ServiceResponseException } from "@huaweicloud/huaweicloud-sdk-core/exception/ServiceResponseException.js";
import { ListImagesRequest, WorkspaceClient } from "./workspace-client.ts";

const { WORKSPACE_ENDPOINT = "" } = process.env;
const client = WorkspaceClient.newBuilder()
  .withEndpoint(WORKSPACE_ENDPOINT)
  .build();
try {
  const { images = [] } = await client.listImages(new ListImagesRequest());
  console.log(images.length);
} catch (error) {
  if (!(error instanceof ServiceResponseException)) throw error;
  const { httpStatusCode, errorCode, errorMsg } = error;
  if (error instanceof ClientRequestException) {
    console.error("rejected", httpStatusCode, errorCode, errorMsg);
  } else if (error instanceof ServerResponseException) {
    console.error("failed", httpStatusCode, errorCode, errorMsg);
  } else {
    console.error("no response", errorMsg);
  }
  process.exitCode = 1;
}
