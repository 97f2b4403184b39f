import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core";
import { ListImagesRequest, WorkspaceClient } from "./workspace-client.ts";

const {
  WORKSPACE_ENDPOINT = "",
  PROJECT_ID,
  ACCESS_KEY,
  SECRET_KEY,
  SECURITY_TOKEN,
} = process.env;
const credentials = new BasicCredentials()
  .withAk(ACCESS_KEY)
  .withSk(SECRET_KEY)
  .withSecurityToken(SECURITY_TOKEN)
  .withProjectId(PROJECT_ID);
const client = WorkspaceClient.newBuilder()
  .withCredential(credentials)
  .withEndpoint(WORKSPACE_ENDPOINT)
  .build();
console.log(
  (await client.listImages(new ListImagesRequest())).images?.length,
);
