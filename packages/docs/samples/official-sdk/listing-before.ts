import { ListImagesRequest, WorkspaceClient } from "./workspace-client.ts";

const { WORKSPACE_ENDPOINT = "" } = process.env;
// Reads HUAWEICLOUD_SDK_AK, _SK and _PROJECT_ID.
const client = WorkspaceClient.newBuilder()
  .withEndpoint(WORKSPACE_ENDPOINT)
  .build();
const request = new ListImagesRequest().withOsType("Windows").withLimit(10);
const { images = [] } = await client.listImages(request);
for (const { id, name } of images) console.log(id, name);
