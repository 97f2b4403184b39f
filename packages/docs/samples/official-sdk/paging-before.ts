import { ListImagesRequest, WorkspaceClient } from "./workspace-client.ts";

const { WORKSPACE_ENDPOINT = "" } = process.env;
const LIMIT = 100;
const client = WorkspaceClient.newBuilder()
  .withEndpoint(WORKSPACE_ENDPOINT)
  .build();
for (let offset = 0; ; ) {
  const request = new ListImagesRequest()
    .withOsType("Windows")
    .withLimit(LIMIT)
    .withOffset(offset);
  const { images = [] } = await client.listImages(request);
  for (const { id, name } of images) console.log(id, name);
  if (images.length < LIMIT) break;
  offset += images.length;
}
