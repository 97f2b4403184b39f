import {
  accessKeyAuth,
  createImagesClient,
} from "@workspace-images/client";
import { ecsAgencyKeys } from "@workspace-images/client/node";
import {
  startCredentialSources,
  startMockServer,
} from "@workspace-images/mock-server";

const server = await startMockServer();
const sources = await startCredentialSources(server.mock);
const images = createImagesClient({
  endpoint: server.url,
  projectId: "p",
  auth: accessKeyAuth(ecsAgencyKeys({ endpoint: sources.metadataUrl })),
});
console.log((await images.list({ limit: 10 })).images.length);
await sources.close();
await server.close();
